import { formatClock } from '../format';
import { percent } from '../percent';
import styles from './timeAxis.module.css';
import { timeTicks } from './timeTicks';

/** Room a tick takes, in CSS pixels. */
const tickPixels = 64;
/** Room its label takes; a tick nearer to the end goes without one. */
const labelPixels = 40;

/** The axis of time under the drawing, in minutes and seconds. */
export function TimeAxis({ durationSeconds, width }: { durationSeconds: number; width: number }) {
  const ticks = timeTicks(durationSeconds, Math.max(3, Math.floor(width / tickPixels)));
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: percent(tick / durationSeconds) }}>
          {(1 - tick / durationSeconds) * width >= labelPixels && formatClock(tick)}
        </span>
      ))}
    </div>
  );
}
