import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/** `value` brought into [-1, 1] and to three places: finer than any screen shows, short in an address. */
export function clampAffect(value: number): number {
  return Math.round(Math.min(1, Math.max(-1, value)) * 1000) / 1000 + 0;
}

/** The same for both sides of an emotion. */
export const clampPoint = ({ valence, arousal }: EmotionPoint): EmotionPoint => ({
  valence: clampAffect(valence),
  arousal: clampAffect(arousal),
});
