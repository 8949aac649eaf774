import { Announcement } from '@/app/ui/announcement';
import { intendedInWords } from '@/app/ui/marks/intended';
import { HeardSign, IntendedSign } from '@/app/ui/marks/intendedMarks';
import styles from './intentionLegend.module.css';
import type { Intention } from './useIntentions';

/** Which mark is which where a piece of demo music is pointed at, and the same of that piece in words. */
export function IntentionLegend({ lit }: { lit: Intention | undefined }) {
  return (
    <section aria-label="Demo music on the plane" className={styles.legend}>
      <p>
        Point at a piece of demo music, or go to its line: <IntendedSign /> is where its composer meant it,
        dotted where it was meant to move, and <HeardSign /> where the model hears it.
      </p>
      <p>What was meant is an aim; what people feel when they hear the piece was not asked.</p>
      <Announcement>{lit ? intendedInWords(lit.intended, lit.heard) : ''}</Announcement>
    </section>
  );
}
