import { formatClock, formatSigned } from '@/app/ui/format';
import { CurveTable, tableTimes } from '@/app/ui/timeline/curveTable';
import { indexAt, secondsOf } from '@/ml/affect/sampling';
import { dimensions, type Dimension } from '@/ml/affect/dimension';
import { modelName } from './names';
import type { PieceAnswer, PieceCurve } from './pieceAnswer';
import { samplingOf } from './pieceSampling';

interface CurvesTableProps {
  piece: PieceAnswer;
  chosen: PieceCurve;
}

/** The same curves as numbers, for those who read rather than see them. */
export function CurvesTable({ piece, chosen }: CurvesTableProps) {
  const samples = tableTimes(samplingOf(piece).durationSeconds).map((seconds) =>
    indexAt(piece, seconds, chosen.valence.length),
  );
  return (
    <CurveTable label="The curves as a table">
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
    </CurveTable>
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
