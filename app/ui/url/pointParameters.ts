import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { clampPoint } from '../clampAffect';
import { readNumber } from './parameters';

/** The point that `v` and `a` name; null where either is missing. */
export function readPoint(parameters: URLSearchParams): EmotionPoint | null {
  const valence = readNumber(parameters.get('v'));
  const arousal = readNumber(parameters.get('a'));
  return valence !== null && arousal !== null ? clampPoint({ valence, arousal }) : null;
}

/** The same to be written; null leaves the address bare. */
export const writePoint = (point: EmotionPoint | null): { v: number | null; a: number | null } => ({
  v: point?.valence ?? null,
  a: point?.arousal ?? null,
});
