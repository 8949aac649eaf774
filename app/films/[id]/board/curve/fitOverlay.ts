import { curveHopSeconds } from '@/ml/affect/curveHop';
import type { Overlay } from '@/app/ui/trajectory/overlay';

/** How music that is looked at, or chosen, moves under a cue; a sample every `curveHopSeconds`. */
export interface CueFitShown {
  cueId: string;
  /** Where in the film it begins. */
  startSeconds: number;
  valence: ArrayLike<number>;
  arousal: ArrayLike<number>;
  /** How far apart cue and music are at each sample. */
  error: ArrayLike<number>;
}

/** The same as it is laid over the curve of the film. */
export function fitOverlay(fit: CueFitShown, lengthSeconds: number): Overlay {
  const timeOf = (index: number) => (fit.startSeconds + (index + 0.5) * curveHopSeconds) / lengthSeconds;
  const line = Array.from(fit.valence, (valence, index) => ({
    t: timeOf(index),
    valence,
    arousal: fit.arousal[index],
  }));
  const errors = Array.from(fit.error, (value, index) => ({ t: timeOf(index), value }));
  return { line, errors, ties: [], worst: { start: 0, end: 0 }, scaled: false };
}
