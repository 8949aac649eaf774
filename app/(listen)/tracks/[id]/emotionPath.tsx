'use client';

import { line } from 'd3';
import { memo, useMemo } from 'react';
import { toShare } from '@/app/ui/emotionField/planeShare';
import { PlayingMark } from '@/app/ui/marks/playingMark';
import { curveMeans } from '@/ml/affect/resample';
import styles from './emotionPath.module.css';
import { arrowsAlong, smoothPath, type Place } from './pathArrows';
import { momentAt, type TrackCurve } from './trackCurve';
import { useGlidingSeconds, type TrackPlayback } from './useTrackPlayback';

/** The side of the drawing, in its own units. */
const side = 400;
/** The path is drawn from this many places at most, each the mean of its stretch. */
const mostPlaces = 240;
const smoothing = 3;
const arrowSpacing = 46;
/** The path grows from faint to strong in this many parts, so that its direction is seen. */
const parts = 24;

interface EmotionPathProps {
  curve: TrackCurve;
  playback: TrackPlayback;
  /** Drawn back while something else is being done on the plane. */
  faint: boolean;
}

/** The emotion's way through the plane from start to end, and where it is now: a triangle in a ring. */
export function EmotionPath({ curve, playback, faint }: EmotionPathProps) {
  return (
    <svg
      className={styles.drawing}
      data-faint={faint || undefined}
      viewBox={`0 0 ${side} ${side}`}
      aria-hidden="true"
    >
      <Way curve={curve} />
      <Now curve={curve} playback={playback} />
    </svg>
  );
}

const Way = memo(function Way({ curve }: { curve: TrackCurve }) {
  const path = useMemo(() => placesOf(curve), [curve]);
  const arrows = useMemo(() => arrowsAlong(path, arrowSpacing), [path]);
  return (
    <g>
      <path className={styles.casing} d={outline(path)} />
      {partsOf(path).map((part, index) => (
        <path
          key={index}
          className={styles.way}
          d={outline(part)}
          strokeOpacity={0.35 + (0.65 * index) / (parts - 1)}
        />
      ))}
      {arrows.map(({ x, y, degrees }, index) => (
        <path
          key={index}
          className={styles.arrow}
          d="M-5,-4.5 5.5,0 -5,4.5z"
          transform={`translate(${x.toFixed(1)},${y.toFixed(1)}) rotate(${degrees.toFixed(0)})`}
        />
      ))}
      <circle className={styles.start} cx={path[0].x} cy={path[0].y} r="5.5" />
    </g>
  );
});

const courseOf = line<Place>(
  ({ x }) => Math.round(x * 10) / 10,
  ({ y }) => Math.round(y * 10) / 10,
);
const outline = (places: readonly Place[]): string => courseOf(places) ?? '';

function placesOf({ heard }: TrackCurve): Place[] {
  const count = Math.min(mostPlaces, heard.valence.length);
  const { valence, arousal } = curveMeans(heard, count);
  const places = Array.from(valence, (value, index) => {
    const { x, y } = toShare({ valence: value, arousal: arousal[index] });
    return { x: x * side, y: y * side };
  });
  return smoothPath(places, smoothing);
}

/** Stretches of the path that share their ends. */
function partsOf(path: readonly Place[]): Place[][] {
  const step = (path.length - 1) / parts;
  return Array.from({ length: parts }, (_, index) =>
    path.slice(Math.floor(index * step), Math.floor((index + 1) * step) + 1),
  );
}

function Now({ curve, playback }: { curve: TrackCurve; playback: TrackPlayback }) {
  const seconds = useGlidingSeconds(playback);
  if (!playback.current && seconds === 0) return null;
  const { x, y } = toShare(momentBetween(curve, seconds));
  return (
    <g transform={`translate(${(x * side).toFixed(1)},${(y * side).toFixed(1)})`}>
      <PlayingMark />
    </g>
  );
}

/** Between two samples the dot moves in a straight line. */
function momentBetween(curve: TrackCurve, seconds: number) {
  const before = momentAt(curve, seconds - curve.hopSeconds / 2);
  const after = momentAt(curve, seconds + curve.hopSeconds / 2);
  const position = (seconds - curve.startSeconds) / curve.hopSeconds;
  const share = position - Math.floor(position);
  return {
    valence: before.valence + share * (after.valence - before.valence),
    arousal: before.arousal + share * (after.arousal - before.arousal),
  };
}
