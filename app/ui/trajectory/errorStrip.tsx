import { area } from 'd3';
import { formatDistance } from '../format';
import styles from './errorStrip.module.css';
import { formatTime } from './formatTime';
import type { Overlay } from './overlay';

interface ErrorStripProps {
  overlay: Overlay | null;
  /** What the errors are measured in. */
  unit: string;
  durationSeconds: number | null;
}

const width = 1000;
const height = 40;

/** How far the match is from the drawing at each moment, the higher the farther, and where it fits worst. */
export function ErrorStrip({ overlay, unit, durationSeconds }: ErrorStripProps) {
  const errors = overlay?.errors ?? [];
  const highest = Math.max(0, ...errors.map((error) => error.value));
  const scale = highest > 0 ? height / highest : 0;
  const shape = area<{ t: number; value: number }>()
    .x((error) => Math.round(error.t * width))
    .y0(height)
    .y1((error) => height - error.value * scale);
  const time = (t: number) => formatTime(t, durationSeconds);
  const worst = overlay && `fits worst from ${time(overlay.worst.start)} to ${time(overlay.worst.end)}`;
  return (
    <div className={styles.strip} data-empty={errors.length === 0 || undefined}>
      <p className={styles.label}>
        error
        {overlay && (
          <span>
            to {formatDistance(highest)} {unit}
          </span>
        )}
      </p>
      <div className={styles.box}>
        {overlay ? (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Error of the match along the time, at most ${formatDistance(highest)} ${unit}, ${worst}`}
          >
            <rect
              x={overlay.worst.start * width}
              width={(overlay.worst.end - overlay.worst.start) * width}
              height={height}
            />
            <path d={shape(errors) ?? ''} />
          </svg>
        ) : (
          <p className={styles.empty}>Point at a match, or choose it, to see how it follows the drawing</p>
        )}
      </div>
      <p className={styles.worst}>{worst}</p>
    </div>
  );
}
