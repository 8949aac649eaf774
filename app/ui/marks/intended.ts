import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { curveMeans } from '@/ml/affect/resample';
import { mean } from '@/ml/statistics/mean';
import { formatEmotion } from '../format';

/** The way of a piece is drawn from so many places, each the mean of its stretch. */
const places = 48;

/** What the composer of a piece meant, as the plane shows it. */
export interface Intended {
  /** On average over the piece. */
  point: EmotionPoint;
  /** From its start to its end; empty where one emotion was meant throughout. */
  way: EmotionPoint[];
}

/** What was meant by a piece, of its intended curve. */
export function intendedOf(curve: EmotionCurve, moving: boolean): Intended {
  const point = { valence: mean(curve.valence), arousal: mean(curve.arousal) };
  if (!moving) return { point, way: [] };
  const { valence, arousal } = curveMeans(curve, places);
  return { point, way: Array.from(valence, (value, index) => ({ valence: value, arousal: arousal[index] })) };
}

/** How far from what was meant a piece is heard as a whole, in units of valence and arousal. */
export function apart({ point }: Intended, heard: EmotionPoint): number {
  return Math.hypot(point.valence - heard.valence, point.arousal - heard.arousal);
}

/** The same in a sentence, for those who hear the page. */
export function intendedInWords(intended: Intended, heard: EmotionPoint): string {
  const { point, way } = intended;
  const meant = `Its composer meant ${way.length > 0 ? 'on average ' : ''}${formatEmotion(point.valence, point.arousal)}`;
  const found = `the model hears ${formatEmotion(heard.valence, heard.arousal)}`;
  return `${meant}; ${found}: ${apart(intended, heard).toFixed(2)} apart.`;
}
