import { formatSigned } from '@/app/ui/format';
import { HeardSign, IntendedSign } from '@/app/ui/marks/intendedMarks';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import styles from './intentionLines.module.css';
import type { Intention } from './useIntentions';

/** What was meant and what is heard, valence and arousal of each, beside the mark of a track. */
export function IntentionLines({ intended, heard }: Intention) {
  return (
    <>
      <span className={styles.line}>
        <IntendedSign /> meant {inFigures(intended.point)}
      </span>
      <span className={styles.line}>
        <HeardSign /> heard {inFigures(heard)}
      </span>
    </>
  );
}

const inFigures = ({ valence, arousal }: EmotionPoint) =>
  `${formatSigned(valence)}, ${formatSigned(arousal)}`;
