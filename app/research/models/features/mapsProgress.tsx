import { formatCount } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import { layoutNames } from './layoutWords';
import type { MapsAnswer } from './mapsAnswer';
import styles from './mapsProgress.module.css';

/** How far the maps are that are not there yet. */
export function MapsProgress({ answer: { total, layout, progress } }: { answer: MapsAnswer }) {
  return (
    <div className={styles.working} role="status">
      <p>
        Laying out {formatCount(total, 'track')} by {layoutNames[layout.method]}: {Math.round(100 * progress)}{' '}
        % done.
      </p>
      <ProgressBar label="Laying out the library" fraction={progress} />
    </div>
  );
}
