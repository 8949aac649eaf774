import { formatSigned } from '@/app/ui/format';
import { ReadOut, ReadValue } from '@/app/ui/timeline/readOut';
import { secondsOf } from '@/ml/affect/sampling';
import { modelName } from './names';
import type { PieceAnswer, PieceCurve } from './pieceAnswer';

interface CurveReadOutProps {
  piece: PieceAnswer;
  chosen: PieceCurve;
  sample: number;
}

/** The values at the moment pointed at. */
export function CurveReadOut({ piece, chosen, sample }: CurveReadOutProps) {
  const { ratings } = piece;
  return (
    <ReadOut seconds={secondsOf(piece, sample)}>
      <ReadValue name={modelName(chosen.model)}>
        {valuesOf(chosen.valence[sample], chosen.arousal[sample])}
      </ReadValue>
      {ratings && (
        <ReadValue name="raters">
          {valuesOf(ratings.valence.median[sample], ratings.arousal.median[sample])}
        </ReadValue>
      )}
    </ReadOut>
  );
}

const valuesOf = (valence: number, arousal: number): string =>
  `V ${formatSigned(valence)} · A ${formatSigned(arousal)}`;
