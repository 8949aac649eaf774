import type { ComponentPropsWithRef } from 'react';
import { RowName } from '@/app/ui/timeline/laneScale';
import styles from './laneRow.module.css';

interface LaneRowProps extends ComponentPropsWithRef<'div'> {
  name: string;
  /** In rem. */
  height: number;
  /** Whether it lies on the page rather than on a ground of its own. */
  bare?: boolean;
}

/** A lane of the timeline with its name beside it. */
export function LaneRow({ name, height, bare, children, ...surface }: LaneRowProps) {
  return (
    <div className={styles.row} style={{ height: `${height}rem` }}>
      <RowName name={name} />
      <div {...surface} className={styles.surface} data-bare={bare || undefined}>
        {children}
      </div>
    </div>
  );
}
