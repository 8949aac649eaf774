import { emotionCss } from '@/app/ui/emotionColour';
import styles from './colourScale.module.css';
import type { Colouring } from './featuresUrl';
import { markEmotion } from './paintMarks';

const words: Record<Colouring, readonly [low: string, high: string]> = {
  valence: ['unpleasant', 'pleasant'],
  arousal: ['calm', 'energetic'],
};

/** Which colour is which value. */
export function ColourScale({ colouring }: { colouring: Colouring }) {
  const colourOf = (value: number) => {
    const { valence, arousal } = markEmotion({ valence: value, arousal: value }, colouring);
    return emotionCss(valence, arousal);
  };
  const [low, high] = words[colouring];
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
