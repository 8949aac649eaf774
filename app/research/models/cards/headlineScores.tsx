import { dimensionWords } from '@/app/ui/dimensionWords';
import { dimensions } from '@/ml/affect/dimension';
import type { ModelCard } from '@/server/research/cards/modelCards';
import styles from './headlineScores.module.css';

interface HeadlineScoresProps {
  name: string;
  worth: ModelCard['worth'];
}

/** What a model is worth, in two to four figures, each beside what it should be read with; or what there is instead. */
export function HeadlineScores({ name, worth: { scores, instead } }: HeadlineScoresProps) {
  return (
    <section className={styles.section} aria-label={`Headline scores of ${name}`}>
      {instead && <p className={styles.instead}>No headline scores. {instead}</p>}
      {scores.length > 0 && (
        <ul className={styles.scores}>
          {scores.map(({ what, values, reference }) => (
            <li key={what} className={styles.score}>
              <p>{what}</p>
              <Figures values={values} className={styles.values} />
              {reference && (
                <div className={styles.reference}>
                  <p>{reference.what}</p>
                  <Figures values={reference.values} className={styles.beside} />
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** Of valence and arousal where there are two. */
function Figures({ values, className }: { values: readonly string[]; className: string }) {
  return (
    <p className={className}>
      {values.map((value, index) => (
        <span key={index}>
          <strong>{value}</strong>{' '}
          {values.length === dimensions.length && dimensionWords[dimensions[index]].title.toLowerCase()}
        </span>
      ))}
    </p>
  );
}
