'use client';

import { plotBox } from '@/ml/figure/axes';
import type { Figure } from '@/ml/figure/figure';
import { formatClock } from '../format';
import { SeekSurface } from '../timeline/seekSurface';
import styles from './plotSurface.module.css';

interface PlotSurfaceProps {
  /** A figure over time, with one row of names above its plot. */
  figure: Figure;
  /** What one goes to: "Moment of the piece". */
  label: string;
  /** The moments at the left and at the right edge of the plot. */
  fromSeconds: number;
  toSeconds: number;
  now: number;
  /** Whether a line stands at that moment. */
  marked: boolean;
  onSeek: (seconds: number) => void;
  /** Told when Enter or space is pressed. */
  onPress?: () => void;
}

/** A plot over time as one slider: pointers and keys go to a moment. */
export function PlotSurface(props: PlotSurfaceProps) {
  const { figure, label, fromSeconds: from, toSeconds: to, now, marked, onSeek, onPress } = props;
  const { left, right, top, bottom } = plotBox(figure, 32);
  // The drawing shrinks with its paper, so places are shares of it.
  const share = (pixels: number, of: number) => `${(100 * pixels) / of}%`;
  return (
    <div
      className={styles.plot}
      style={{
        left: share(left, figure.width),
        width: share(right - left, figure.width),
        top: share(top, figure.height),
        height: share(bottom - top, figure.height),
      }}
    >
      <SeekSurface
        label={label}
        value={now}
        max={to}
        valueText={formatClock(now)}
        onSeek={onSeek}
        onPoint={() => undefined}
        onRelease={(at) => onSeek(from + at * (to - from))}
        onPress={onPress}
      >
        <span className={styles.room} />
        {marked && (
          <span className={styles.now} style={{ left: `${(100 * (now - from)) / (to - from || 1)}%` }} />
        )}
      </SeekSurface>
    </div>
  );
}
