import { dimensionWords } from '@/app/ui/dimensionWords';
import { emotionCss } from '@/app/ui/emotionColour';
import type { Dimension } from '@/ml/affect/dimension';
import styles from './colourScale.module.css';
import { markEmotion } from './paintMarks';

/** Which colour is which value. */
export function ColourScale({ colouring }: { colouring: Dimension }) {
  const colourOf = (value: number) => {
    const { valence, arousal } = markEmotion({ valence: value, arousal: value }, colouring);
    return emotionCss(valence, arousal);
  };
  const { low, high } = dimensionWords[colouring];
  return (
    <div className={styles.scale}>
      <span
        className={styles.bar}
        style={{
          backgroundImage: `linear-gradient(to right in oklab, ${[-1, 0, 1].map(colourOf).join(', ')})`,
        }}
      />
      <span>{low} −1</span>
      <span>+1 {high}</span>
    </div>
  );
}
