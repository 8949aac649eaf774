import type { ReactNode, Ref } from 'react';
import styles from './laneBoard.module.css';

interface LaneBoardProps {
  /** What stands left of the rows: a `LaneScale` or a `RowName` each. */
  scales: ReactNode;
  /** The rows, with the heights of `--rows`, and the axis under them. */
  children: ReactNode;
  /** What holds the rows, whose width is that of the time. */
  stage: Ref<HTMLDivElement>;
}

/** Rows over one axis of time, with their scales left of them; on a narrow screen the scales lie on the rows. */
export function LaneBoard({ scales, children, stage }: LaneBoardProps) {
  return (
    <div className={styles.board}>
      <div className={styles.gutter}>{scales}</div>
      <div ref={stage} className={styles.stage}>
        {children}
      </div>
    </div>
  );
}
