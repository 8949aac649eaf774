'use client';

import { laneBox, laneX } from '@/app/ui/timeline/laneGeometry';
import type { Board } from '../useBoard';
import { cutShares } from './cutLines';
import { LaneRow } from './laneRow';
import styles from './pictureStrip.module.css';

/** Cuts that lie closer, in CSS pixels, are not all drawn. */
const leastPixels = 2;

/** The film's pictures along the time, and its cuts. */
export function PictureStrip({ board }: { board: Board }) {
  const cuts = cutShares(board, leastPixels);
  const { width, height } = laneBox;
  return (
    <LaneRow name="picture" height={2.5}>
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
