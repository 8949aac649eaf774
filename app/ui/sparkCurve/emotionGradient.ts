import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { emotionCss } from '../emotionColour';

/** A CSS gradient that runs through the colours of an emotion in time, from left to right. */
export function emotionGradient({ valence, arousal }: EmotionCurve): string {
  const stops = Array.from(valence, (value, index) => emotionCss(value, arousal[index]));
  if (stops.length === 0) return 'none';
  return `linear-gradient(to right in oklab, ${stops.length === 1 ? `${stops[0]}, ${stops[0]}` : stops.join(', ')})`;
}
