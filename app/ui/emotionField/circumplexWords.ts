import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/** Eight words of affect and their angles on the circle, in degrees from pleasant towards energetic (Russell 1980). */
const angles = {
  pleasure: 0,
  excitement: 45,
  arousal: 90,
  distress: 135,
  displeasure: 180,
  depression: 225,
  sleepiness: 270,
  relaxation: 315,
};

/** The words with their points on the circle of the given radius. */
export function circumplexWords(radius: number): { word: string; point: EmotionPoint }[] {
  return Object.entries(angles).map(([word, degrees]) => ({
    word,
    point: {
      valence: Math.round(radius * Math.cos((degrees * Math.PI) / 180) * 1000) / 1000,
      arousal: Math.round(radius * Math.sin((degrees * Math.PI) / 180) * 1000) / 1000,
    },
  }));
}
