import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { clampPoint } from '../clampAffect';
import type { Drawing } from '../trajectory/drawing';
import { writeDrawing } from './drawingParameter';
import { readNumberWithin, writeParameters } from './parameters';
import { writePoint } from './pointParameters';

/** The plane with an emotion chosen. */
export const planeLink = (emotion: EmotionPoint): string =>
  `/?${writeParameters(writePoint(clampPoint(emotion))).toString()}`;

/** The drawing page with a movement drawn. */
export const drawLink = (drawing: Drawing): string =>
  `/draw?${writeParameters(writeDrawing(drawing)).toString()}`;

/** The page of a track; of a section it begins where the section does. */
export function trackLink({ trackId, startSeconds = 0 }: { trackId: number; startSeconds?: number }): string {
  return startSeconds > 0 ? `/tracks/${trackId}?t=${startSeconds}` : `/tracks/${trackId}`;
}

/** Where playing begins on a track's page, by the `t` of its address: its start, where that names no moment of it. */
export const readTrackStart = (t: string | string[] | undefined, durationSeconds: number): number =>
  readNumberWithin(typeof t === 'string' ? t : null, { min: 0, max: durationSeconds }) ?? 0;
