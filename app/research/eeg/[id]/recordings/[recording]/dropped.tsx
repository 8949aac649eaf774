import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import { Disclosure } from '@/app/ui/field/disclosure';
import { formatCount } from '@/app/ui/format';
import panel from '@/app/ui/study/panel.module.css';
import styles from './dropped.module.css';

/** Before what is told of a single stretch. */
const indent = '  ';

/** Everything that was dropped of a recording, and what is to be known of it. */
export function Dropped({ recording: { dropped, report } }: { recording: EegRecording }) {
  const warnings = report?.warnings ?? [];
  const stretches = dropped.filter((sentence) => sentence.startsWith(indent));
  return (
    <section className={panel.section} aria-labelledby="dropped-title">
      <div className={panel.head}>
        <h2 id="dropped-title">What was dropped</h2>
      </div>
      <ul className={styles.list} aria-label="What was dropped">
        {dropped
          .filter((sentence) => !sentence.startsWith(indent))
          .map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
      </ul>
      {stretches.length > 0 && (
        <Disclosure title={formatCount(stretches.length, 'stretch', 'stretches')}>
          <ul className={styles.list} aria-label="Stretches">
            {stretches.map((sentence) => (
              <li key={sentence}>{sentence.trim()}</li>
            ))}
          </ul>
        </Disclosure>
      )}
      {warnings.length > 0 && (
        <>
          <h3>To know of</h3>
          <ul className={styles.list} aria-label="To know of">
            {warnings.map((sentence, index) => (
              <li key={`${index} ${sentence}`}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
