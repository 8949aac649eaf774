'use client';

import { useCallback, useMemo } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { PaintedCanvas, type Paint } from '@/app/ui/paintedCanvas';
import { laneBox, laneX } from '@/app/ui/timeline/laneGeometry';
import { useThumbnails } from '../../media/frames/useThumbnails';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { stripFrames } from '../time/stripFrames';
import { shareOf } from '../time/timeView';
import type { Board } from '../useBoard';
import { cutShares } from './cutLines';
import { LaneRow } from './laneRow';
import styles from './pictureStrip.module.css';

/** Cuts that lie closer, in CSS pixels, are not all drawn. */
const leastPixels = 2;
const heightRem = 2.5;
/** Pictures are made so high that dense screens show them sharp. */
const madePixels = 80;
const usualAspect = 16 / 9;

/** The film's pictures along the time, and its cuts. */
export function PictureStrip({ board, film }: { board: Board; film: OpenedFilm | null }) {
  const cuts = cutShares(board, leastPixels);
  const { width, height } = laneBox;
  return (
    <LaneRow name="picture" height={heightRem}>
      {film?.isPictureShown && <Thumbnails board={board} film={film} />}
      <svg
        className={styles.cuts}
        viewBox={`0 0 ${width} ${height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path d={cuts.map((share) => `M${laneX(share)},0V${height}`).join('')} />
      </svg>
    </LaneRow>
  );
}

function Thumbnails({ board, film }: { board: Board; film: OpenedFilm }) {
  const { viewState, width } = board;
  const { view } = viewState;
  const { rate } = board.film;
  const pictureWidth = heightRem * 16 * usualAspect;
  const frames = useMemo(
    () => stripFrames(board.film, view, Math.max(1, width) / pictureWidth),
    [board.film, view, width, pictureWidth],
  );
  const pictures = useThumbnails(film, { frames, heightPixels: madePixels });
  const paint = useCallback<Paint>(
    (context, ground) => {
      context.scale(ground.ratio, ground.ratio);
      for (const frame of frames) {
        const picture = pictures.get(frame);
        if (!picture) continue;
        const left = shareOf(view, secondsOf(frame, rate)) * ground.width;
        // As high as the lane; what is wider than its room is covered by the next.
        context.drawImage(picture, left, 0, (ground.height * picture.width) / picture.height, ground.height);
      }
    },
    [frames, pictures, view, rate],
  );
  return <PaintedCanvas paint={paint} width={width} />;
}
