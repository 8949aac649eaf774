import type { ReactNode } from 'react';
import { Disclosure } from '../field/disclosure';
import styles from './curveTable.module.css';

/** Seconds from line to line of the table of a curve. */
const tableStepSeconds = 5;

interface CurveTableProps {
  /** What it is the table of, for those who hear the page. */
  label: string;
  /** Head and body: a line each `tableStepSeconds`. */
  children: ReactNode;
}

/** A drawing as a table, for those who read rather than see it. */
export function CurveTable({ label, children }: CurveTableProps) {
  return (
    <Disclosure title={`A line every ${tableStepSeconds} seconds`}>
      <div className={styles.box} tabIndex={0} role="region" aria-label={label}>
        <table className={styles.table}>{children}</table>
      </div>
    </Disclosure>
  );
}

/** The times of the table's lines, from the start on, in seconds. */
export const tableTimes = (durationSeconds: number): number[] =>
  Array.from(
    { length: Math.floor(durationSeconds / tableStepSeconds) + 1 },
    (_, step) => step * tableStepSeconds,
  );
