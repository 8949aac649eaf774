'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import type { EegStudy } from '@/app/ui/eeg/eegAnswers';
import panel from '@/app/ui/study/panel.module.css';
import styles from '@/app/ui/study/presenceTable.module.css';
import { heardOf, heardWords, participantsOf, type Heard } from './heard';

/** What is there of everybody: tracks below each other, participants beside each other. */
export function HeardTable({ study }: { study: EegStudy }) {
  const trpc = useTRPC();
  const { data: recordings } = useQuery(trpc.eeg.studies.presence.queryOptions({ studyId: study.id }));
  if (!recordings || study.tracks.length === 0) return null;
  return (
    <section className={panel.section} aria-labelledby="presence-title">
      <div className={panel.head}>
        <h2 id="presence-title">What is there of everybody</h2>
        <Legend />
      </div>
      <div className={panel.box} tabIndex={0} role="group" aria-label="Participants and tracks">
        <Cells people={participantsOf(recordings)} rows={heardOf(study.tracks, recordings)} />
      </div>
    </section>
  );
}

/** Rows of cells, one a participant. */
function Cells({ people, rows }: { people: readonly string[]; rows: readonly Heard[][] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <td />
          {people.map((participant) => (
            <th key={participant} scope="col" className={styles.person}>
              <span>{participant}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.flatMap((cells) =>
          cells.length === 0 ? (
            []
          ) : (
            <tr key={cells[0].track}>
              <th scope="row">{cells[0].track}</th>
              {cells.map((cell) => (
                <td key={cell.participant} title={heardWords(cell)}>
                  <Marks {...cell} />
                  <span className="heard">{heardWords(cell)}</span>
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function Marks({ state, rated }: Pick<Heard, 'state' | 'rated'>) {
  return (
    <span className={styles.marks} data-refused={state === 'refused' || undefined} aria-hidden="true">
      <span className={styles.recording} data-there={state !== null || undefined} />
      <span className={styles.rating} data-there={rated || undefined} />
    </span>
  );
}

function Legend() {
  return (
    <ul className={styles.legend}>
      <li>
        <Marks state="measured" rated={false} /> recording
      </li>
      <li>
        <Marks state={null} rated /> own rating
      </li>
      <li>
        <Marks state="refused" rated={false} /> refused
      </li>
    </ul>
  );
}
