import { formatClock, formatSigned } from '@/app/ui/format';
import styles from './curveReadOut.module.css';
import { modelName } from './names';
import { secondsOf } from '@/ml/affect/sampling';
import type { PieceAnswer } from './predictionsPage';

interface CurveReadOutProps {
  piece: PieceAnswer;
  chosen: PieceAnswer['curves'][number];
  sample: number;
}

/** The values at the moment pointed at. The slider says the same to those who hear. */
export function CurveReadOut({ piece, chosen, sample }: CurveReadOutProps) {
  const { ratings } = piece;
  return (
    <p className={styles.readOut} aria-hidden="true">
      <span className={styles.time}>{formatClock(secondsOf(piece, sample))}</span>
      <Values
        name={modelName(chosen.model)}
        valence={chosen.valence[sample]}
        arousal={chosen.arousal[sample]}
      />
      {ratings && (
        <Values
          name="raters"
          valence={ratings.valence.median[sample]}
          arousal={ratings.arousal.median[sample]}
        />
      )}
    </p>
  );
}

function Values({ name, valence, arousal }: { name: string; valence: number; arousal: number }) {
  return (
    <span className={styles.values}>
      <em>{name}</em> V {formatSigned(valence)} · A {formatSigned(arousal)}
    </span>
  );
}
