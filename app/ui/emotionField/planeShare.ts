import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { clampAffect } from '../clampAffect';

/** A place on a drawing of the plane, as shares of its width and height from the top left corner. */
export interface PlaneShare {
  x: number;
  y: number;
}

/** Where a point lies on the drawing: pleasant to the right, energetic at the top. */
export const toShare = ({ valence, arousal }: EmotionPoint): PlaneShare => ({
  x: (valence + 1) / 2,
  y: (1 - arousal) / 2,
});

/** The point drawn at a place; places outside the drawing give the nearest point on its edge. */
export const fromShare = ({ x, y }: PlaneShare): EmotionPoint => ({
  valence: clampAffect(2 * x - 1),
  arousal: clampAffect(1 - 2 * y),
});

/** The place of a pointer on an element, as shares of its box. */
export function shareOfPointer(event: { clientX: number; clientY: number }, box: DOMRect): PlaneShare {
  return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
}
