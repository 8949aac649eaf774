import { percent } from '../percent';
import styles from './timeMark.module.css';

interface TimeMarkProps {
  /** `head` is what is heard now, `dotted` the same over a drawing, `moment` what is pointed at. */
  kind: 'head' | 'dotted' | 'moment';
  /** When, as a part of the whole time. */
  share: number;
}

/** A line across lanes at a moment. */
export function TimeMark({ kind, share }: TimeMarkProps) {
  return (
    <span className={`${styles.mark} ${styles[kind]}`} style={{ left: percent(share) }} aria-hidden="true" />
  );
}
