'use client';

import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import styles from './findCuts.module.css';
import type { CutSearch } from './useCutSearch';

interface FindCutsProps {
  search: CutSearch;
  /** How many cuts the project has. */
  known: number;
}

/** Starts and stops the search for a film's cuts, and tells how far it is and what it found. */
export function FindCuts({ search: { fraction, told, start, stop }, known }: FindCutsProps) {
  if (!start) return null;
  if (fraction !== null) {
    return (
      <div className={styles.finding}>
        <Button size="small" onPress={stop}>
          Stop
        </Button>
        <div className={styles.progress} role="status">
          <span>Looking at the picture, {Math.round(100 * fraction)} %</span>
          <ProgressBar label="Looking at the picture" fraction={fraction} />
        </div>
      </div>
    );
  }
  return (
    <div className={styles.finding}>
      <Button size="small" onPress={start}>
        {known > 0 ? 'Find the cuts anew' : 'Find the cuts'}
      </Button>
      {told ? (
        <p role={told.failed ? 'alert' : 'status'}>{told.words}</p>
      ) : (
        <p className={styles.words}>
          {known > 0 ? `${formatCount(known, 'cut')} known` : 'From the picture; a long film takes minutes'}
        </p>
      )}
    </div>
  );
}
