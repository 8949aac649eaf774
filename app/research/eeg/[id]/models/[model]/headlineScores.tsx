import { NumberTable } from '@/app/ui/study/numberTable';
import panel from '@/app/ui/study/panel.module.css';
import { dimensionWords } from '@/app/ui/dimensionWords';
import { dimensions } from '@/ml/affect/dimension';
import styles from './model.module.css';
import { scoreHead, scoreRows } from './scoreRows';
import { evaluationOf, schemeNames, type ModelRecord, type Trained } from './trained';

const headlines = ['tracks', 'both'] as const;

interface HeadlineScoresProps {
  trained: {
    record: Pick<ModelRecord, 'evaluations'>;
    scores: readonly Pick<Trained['scores'][number], 'aboveChance'>[];
  };
}

/** What the model is worth on music it does not know, of people it knows and of people it does not. */
export function HeadlineScores({ trained: { record, scores } }: HeadlineScoresProps) {
  const isWorthless = !scores.some(({ aboveChance }) => aboveChance);
  return (
    <section className={panel.section} aria-labelledby="scores-title">
      <div className={panel.head}>
        <h2 id="scores-title">What it is worth</h2>
      </div>
      {isWorthless && (
        <p className={styles.worth} role="note">
          <strong>No better than chance</strong> on what it was not trained on. What it ranks says nothing of
          a listener’s emotion; more people or more tracks may.
        </p>
      )}
      <p className={panel.note}>
        In per cent. Chance permutes the labels over tracks within participants, alike in all of them; what is
        above it is taken participant by participant. The majority is the commoner label of the training
        tracks. Strong print: above chance with the whole interval, and p below .05.
      </p>
      {headlines.map((scheme) => (
        <div key={scheme} className={styles.pair}>
          {dimensions.map((dimension) => {
            const found = evaluationOf(record, { scheme, dimension, variant: 'full' });
            const title = `${dimensionWords[dimension].title}, ${schemeNames[scheme]}`;
            return found ? (
              <NumberTable key={dimension} level={3} title={title} head={scoreHead} rows={scoreRows(found)} />
            ) : (
              <p key={dimension} className={panel.note}>
                {title}: it was not run. Train a model with this way of evaluation.
              </p>
            );
          })}
        </div>
      ))}
    </section>
  );
}
