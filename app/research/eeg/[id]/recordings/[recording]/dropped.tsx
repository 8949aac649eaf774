import type { EegRecording } from '@/app/ui/eeg/eegAnswers';
import panel from '@/app/ui/study/panel.module.css';
import styles from './dropped.module.css';

/** Everything that was dropped of a recording, and what is to be known of it. */
export function Dropped({ recording: { dropped, report } }: { recording: EegRecording }) {
  const warnings = report?.warnings ?? [];
  return (
    <section className={panel.section} aria-labelledby="dropped-title">
      <div className={panel.head}>
        <h2 id="dropped-title">What was dropped</h2>
      </div>
      <ul className={styles.list} aria-label="What was dropped">
        {dropped.map((sentence, index) => (
          <li key={`${index} ${sentence}`}>{sentence}</li>
        ))}
      </ul>
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
