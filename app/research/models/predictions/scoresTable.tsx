'use client';

import { formatSigned } from '@/app/ui/format';
import { dimensions, type Dimension } from '@/ml/affect/dimension';
import { modelName } from './names';
import type { PieceAnswer } from './pieceAnswer';
import styles from './scoresTable.module.css';

interface ScoresTableProps {
  piece: PieceAnswer;
  chosen: string;
  onChoose: (model: string) => void;
}

/** Every model with how well it agrees with the raters over this piece; a press draws its curve in full. */
export function ScoresTable({ piece, chosen, onChoose }: ScoresTableProps) {
  return (
    <section className={styles.scores} aria-labelledby="piece-scores">
      <h3 id="piece-scores">{piece.ratings ? 'Against the raters’ median, this piece' : 'Models'}</h3>
      <div className={styles.box}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Model</th>
              {piece.ratings &&
                dimensions.flatMap((dimension) => [
                  <th key={`${dimension} r`} scope="col">
                    {dimension} r
                  </th>,
                  <th key={`${dimension} error`} scope="col">
                    {dimension} RMSE
                  </th>,
                ])}
            </tr>
          </thead>
          <tbody>
            {piece.curves.map(({ model, score }) => (
              <tr key={model} data-chosen={model === chosen || undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.model}
                    aria-pressed={model === chosen}
                    onClick={() => onChoose(model)}
                  >
                    {modelName(model)}
                  </button>
                </th>
                {score && dimensions.map((dimension) => <Cells key={dimension} {...{ score, dimension }} />)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.why}>
        {piece.ratings
          ? 'r is Pearson’s correlation along this piece, from −1 to +1; RMSE, the root mean square error, is in units of valence or arousal, whose range is 2. One piece says little: the model’s card has the figures of all.'
          : 'Press a model to draw its curve in full.'}
      </p>
    </section>
  );
}

type Score = NonNullable<PieceAnswer['curves'][number]['score']>;

function Cells({ score, dimension }: { score: Score; dimension: Dimension }) {
  const { correlation, error } = score[dimension];
  return (
    <>
      <td>
        {correlation === null ? <abbr title="one of the two stays still">–</abbr> : formatSigned(correlation)}
      </td>
      <td>{error.toFixed(3)}</td>
    </>
  );
}
