import { Disclosure } from '@/app/ui/field/disclosure';
import { formatClock, formatSigned } from '@/app/ui/format';
import styles from '@/app/ui/curveTable.module.css';
import { modelName } from './names';
import { secondsOf } from '@/ml/affect/sampling';
import { dimensions, sampleAt, samplingOf, type Dimension } from './pieceSeries';
import type { PieceAnswer } from './predictionsPage';

const stepSeconds = 5;

interface CurvesTableProps {
  piece: PieceAnswer;
  chosen: PieceAnswer['curves'][number];
}

/** The same curves as numbers, for those who read rather than see them. */
export function CurvesTable({ piece, chosen }: CurvesTableProps) {
  const samples = Array.from(
    { length: Math.floor(samplingOf(piece).durationSeconds / stepSeconds) + 1 },
    (_, step) => sampleAt(piece, step * stepSeconds),
  );
  return (
    <Disclosure title={`A line every ${stepSeconds} seconds`}>
      <div className={styles.box} tabIndex={0} role="region" aria-label="The curves as a table">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Time</th>
              {dimensions.map((dimension) => (
                <Heads key={dimension} {...{ dimension, piece, chosen }} />
              ))}
            </tr>
          </thead>
          <tbody>
            {samples.map((sample) => (
              <tr key={sample}>
                <th scope="row">{formatClock(secondsOf(piece, sample))}</th>
                {dimensions.map((dimension) => (
                  <Cells key={dimension} {...{ dimension, piece, chosen, sample }} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Disclosure>
  );
}

function Heads({ dimension, piece, chosen }: CurvesTableProps & { dimension: Dimension }) {
  return (
    <>
      <th scope="col">
        {dimension}, {modelName(chosen.model)}
      </th>
      {piece.ratings && <th scope="col">{dimension}, raters (quartiles)</th>}
    </>
  );
}

function Cells({
  dimension,
  piece,
  chosen,
  sample,
}: CurvesTableProps & { dimension: Dimension; sample: number }) {
  const ratings = piece.ratings?.[dimension];
  return (
    <>
      <td>{formatSigned(chosen[dimension][sample])}</td>
      {ratings && (
        <td>
          {formatSigned(ratings.median[sample])} ({formatSigned(ratings.lower[sample])} to{' '}
          {formatSigned(ratings.upper[sample])})
        </td>
      )}
    </>
  );
}
