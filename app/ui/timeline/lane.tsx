import type { ReactNode } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
import { emotionCss } from '../emotionColour';
import styles from './lane.module.css';
import { laneBox, laneX } from './laneGeometry';

interface LaneProps {
  /** What is drawn in the box of `laneBox`: bands and lines. */
  drawing: ReactNode;
  /** What lies on it, placed in shares of the lane: dots, handles, marks of time. */
  children?: ReactNode;
  /** For a lane that one draws on: it lies on the plane's colours along this side of the emotion. */
  ground?: Dimension;
  /** Where such a lane is ruled, in shares of its length; at its quarters without. */
  ticks?: readonly number[];
}

const quarters = [0.25, 0.5, 0.75];

/** One side of the emotion over time, from −1 at the bottom to +1 at the top, whatever is marked in it. */
export function Lane({ drawing, children, ground, ticks = quarters }: LaneProps) {
  const { width, height } = laneBox;
  return (
    <div className={styles.lane} data-ground={ground}>
      {ground && <div className={styles.colours} style={{ backgroundImage: coloursAlong(ground) }} />}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {ground ? <TimeGrid ticks={ticks} /> : <ValueGrid />}
        {drawing}
      </svg>
      {children}
    </div>
  );
}

/** Lines at −0.5, 0 and +0.5. */
function ValueGrid() {
  const { width, height } = laneBox;
  return (
    <>
      <path className={styles.grid} d={`M0,${height / 4}H${width}M0,${(3 * height) / 4}H${width}`} />
      <path className={styles.zero} d={`M0,${height / 2}H${width}`} />
    </>
  );
}

/** Lines at 0 and at some times. */
function TimeGrid({ ticks }: { ticks: readonly number[] }) {
  const { width, height } = laneBox;
  const times = ticks.map((share) => `M${laneX(share)},0V${height}`).join('');
  return <path className={styles.times} d={`M0,${height / 2}H${width}${times}`} />;
}

function coloursAlong(ground: Dimension): string {
  const [top, bottom] =
    ground === 'valence' ? [emotionCss(1, 0), emotionCss(-1, 0)] : [emotionCss(0, 1), emotionCss(0, -1)];
  return `linear-gradient(to bottom in oklab, ${top}, ${bottom})`;
}
