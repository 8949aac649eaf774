import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/**
 * Words of affect and their angles, in degrees from pleasant towards energetic (Russell 1980, the circular scaling of 28
 * words). Relief is not among them: it lies with "at ease", which it leads to.
 */
const angles = {
  happy: 7.8,
  delighted: 24.9,
  excited: 48.6,
  astonished: 69.8,
  aroused: 73.8,
  tense: 92.8,
  alarmed: 96.5,
  angry: 99,
  afraid: 116,
  annoyed: 123,
  distressed: 138,
  frustrated: 141,
  miserable: 188.7,
  sad: 207.5,
  gloomy: 209,
  depressed: 210,
  bored: 242,
  droopy: 256.6,
  tired: 267.7,
  sleepy: 271.9,
  calm: 316.2,
  relaxed: 318,
  satisfied: 319,
  'at ease': 321,
  relief: 321,
  content: 323,
  serene: 328.6,
  glad: 349,
  pleased: 353.2,
};

export type RussellWord = keyof typeof angles;

export const russellWords = Object.keys(angles) as RussellWord[];

/** The point a word stands for: at its angle, as far from the middle as it is strong (0 to 1). */
export function pointOfWord(word: RussellWord, strength: number): EmotionPoint {
  const radians = (angles[word] * Math.PI) / 180;
  const side = (value: number) => Math.round(strength * value * 1000) / 1000 + 0;
  return { valence: side(Math.cos(radians)), arousal: side(Math.sin(radians)) };
}
