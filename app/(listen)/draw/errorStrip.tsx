import { area } from 'd3';
import { formatDistance } from '@/app/ui/format';
import styles from './errorStrip.module.css';

interface ErrorStripProps {
  errors: readonly { t: number; value: number }[];
  /** What the errors are measured in. */
  unit: string;
}

const width = 1000;
const height = 40;

/** How far the match is from the drawing at each moment: the higher, the farther. */
export function ErrorStrip({ errors, unit }: ErrorStripProps) {
  const highest = Math.max(0, ...errors.map((error) => error.value));
  const scale = highest > 0 ? height / highest : 0;
  const shape = area<{ t: number; value: number }>()
    .x((error) => Math.round(error.t * width))
    .y0(height)
    .y1((error) => height - error.value * scale);
  return (
    <div className={styles.strip} data-empty={errors.length === 0 || undefined}>
      <p className={styles.label}>
        error
        {errors.length > 0 && (
          <span>
            to {formatDistance(highest)} {unit}
          </span>
        )}
      </p>
      <div className={styles.box}>
        {errors.length > 0 ? (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            preserveAspectRatio="none"
            role="img"
            aria-label={`Error of the match along the time, at most ${formatDistance(highest)} ${unit}`}
          >
            <path d={shape(errors) ?? ''} />
          </svg>
        ) : (
          <p className={styles.empty}>Point at a match, or choose it, to see how it follows the drawing</p>
        )}
      </div>
    </div>
  );
}
