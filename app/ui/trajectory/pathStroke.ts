import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { maxKeyPoints, makeDrawing, type Drawing } from './drawing';
import { simplifyStroke } from './simplifyStroke';

/**
 * The path led on by a stroke through the plane, passed at an even pace: as with presses, the points there were share the
 * time before it. Unchanged when there is no room.
 *
 * @param places where the hand went, at least one
 */
export function strokePath(drawing: Drawing, places: readonly EmotionPoint[]): Drawing {
  const room = maxKeyPoints - drawing.length;
  if (room < 2) return drawing;
  const stroke = simplifyStroke(atEvenPace(places), { most: room });
  const steps = drawing.length + stroke.length - 1;
  if (steps === 0) return makeDrawing(stroke.map((point) => ({ ...point, t: 0 })));
  const before = drawing.map((point) => ({ ...point, t: (point.t * (drawing.length - 1)) / steps }));
  const led = stroke.map((point) => ({
    ...point,
    t: (drawing.length + point.t * (stroke.length - 1)) / steps,
  }));
  return makeDrawing([...before, ...led]);
}

/** Places on a path with the share of its length before each as their time. */
function atEvenPace(places: readonly EmotionPoint[]) {
  let length = 0;
  const passed = places.map((place, index) => {
    const { valence, arousal } = places[Math.max(0, index - 1)];
    length += Math.hypot(place.valence - valence, place.arousal - arousal);
    return { ...place, t: length };
  });
  return passed.map((place) => ({ ...place, t: length > 0 ? place.t / length : 0 }));
}
