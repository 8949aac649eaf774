import type { Study, StudyProblem } from '@/app/ui/study/studyAnswers';
import panel from '@/app/ui/study/panel.module.css';
import { presenceOf, presenceWords, type Presence } from './presence';
import styles from '@/app/ui/study/presenceTable.module.css';

interface PresenceTableProps {
  study: Study;
  problems: readonly StudyProblem[];
}

/** What is there of everybody: pieces below each other, participants beside each other. */
export function PresenceTable({ study, problems }: PresenceTableProps) {
  if (study.participants.length === 0) return null;
  return (
    <section className={panel.section} aria-labelledby="presence-title">
      <div className={panel.head}>
        <h2 id="presence-title">What is there of everybody</h2>
        <Legend />
      </div>
      <div className={panel.box} tabIndex={0} role="group" aria-label="Participants and pieces">
        <table className={styles.table}>
          <thead>
            <tr>
              <td />
              {study.participants.map(({ id, label }) => (
                <th key={id} scope="col" className={styles.person}>
                  <span>{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {presenceOf(study, problems).map((cells, row) => (
              <tr key={study.stimuli[row].id}>
                <th scope="row">{study.stimuli[row].name}</th>
                {cells.map((cell) => (
                  <td key={cell.participant} title={presenceWords(cell)}>
                    <Marks {...cell} />
                    <span className="heard">{presenceWords(cell)}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Marks({ recording, ratings, refused }: Pick<Presence, 'recording' | 'ratings' | 'refused'>) {
  return (
    <span className={styles.marks} data-refused={refused || undefined} aria-hidden="true">
      <span className={styles.recording} data-there={recording !== null || undefined} />
      <span className={styles.rating} data-there={ratings.length > 0 || undefined} />
    </span>
  );
}

const is = { samples: 0, regions: 0, hopSeconds: null };

function Legend() {
  return (
    <ul className={styles.legend}>
      <li>
        <Marks recording={is} ratings={[]} refused={false} /> recording
      </li>
      <li>
        <Marks recording={null} ratings={['']} refused={false} /> ratings
      </li>
      <li>
        <Marks recording={is} ratings={[]} refused /> refused
      </li>
    </ul>
  );
}
