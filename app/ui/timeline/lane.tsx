import type { ReactNode } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
import { emotionCss } from '../emotionColour';
import styles from './lane.module.css';
import { laneBox } from './laneGeometry';

interface LaneProps {
  /** What is drawn in the box of `laneBox`: bands and lines. */
  drawing: ReactNode;
  /** What lies on it, placed in shares of the lane: dots, handles, marks of time. */
  children?: ReactNode;
  /** For a lane that one draws on: it lies on the plane's colours along this side of the emotion. */
  ground?: Dimension;
}

/** One side of the emotion over time, from −1 at the bottom to +1 at the top, whatever is marked in it. */
export function Lane({ drawing, children, ground }: LaneProps) {
  const { width, height } = laneBox;
  return (
    <div className={styles.lane} data-ground={ground}>
      {ground && <div className={styles.colours} style={{ backgroundImage: coloursAlong(ground) }} />}
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        {ground ? <QuarterGrid /> : <ValueGrid />}
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

/** Lines at 0 and at the quarters of the time. */
function QuarterGrid() {
  const { width, height } = laneBox;
  const quarters = [1, 2, 3].map((quarter) => `M${(quarter * width) / 4},0V${height}`).join('');
  return <path className={styles.quarters} d={`M0,${height / 2}H${width}${quarters}`} />;
}

function coloursAlong(ground: Dimension): string {
  const [top, bottom] =
    ground === 'valence' ? [emotionCss(1, 0), emotionCss(-1, 0)] : [emotionCss(0, 1), emotionCss(0, -1)];
  return `linear-gradient(to bottom in oklab, ${top}, ${bottom})`;
}
