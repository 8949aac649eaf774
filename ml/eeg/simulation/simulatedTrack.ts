import { curveHopSeconds, curveStartSeconds } from '../../affect/curveHop';
import type { EmotionCurve } from '../../affect/emotionCurve';
import type { EmotionPoint } from '../../affect/emotionPoint';

/** Music that simulated participants listen to: all that the simulation knows of it is what it expresses when. */
export interface SimulatedTrack {
  name: string;
  durationSeconds: number;
  /** Every half second from 0.25 s, in [-1, 1]. */
  curve: EmotionCurve;
}

/** @throws RangeError where a track has no length, a curve is ragged or a value is out of range. */
export function checkTrack({ name, durationSeconds, curve }: SimulatedTrack): void {
  if (!(durationSeconds > 0 && durationSeconds < Infinity))
    throw new RangeError(`invalid durationSeconds of ${name}: ${durationSeconds} (above 0)`);
  const { valence, arousal } = curve;
  if (valence.length === 0 || valence.length !== arousal.length)
    throw new RangeError(
      `invalid curve of ${name}: ${valence.length} and ${arousal.length} samples (as many of each, at least one)`,
    );
  for (const value of [...valence, ...arousal])
    if (!(Math.abs(value) <= 1)) throw new RangeError(`invalid curve of ${name}: ${value} (from -1 to 1)`);
}

/** What a track expresses at a moment in seconds: between its samples by straight lines, beyond them as at the ends. */
export function emotionAt({ valence, arousal }: EmotionCurve, seconds: number): EmotionPoint {
  const last = valence.length - 1;
  const place = Math.min(last, Math.max(0, (seconds - curveStartSeconds) / curveHopSeconds));
  const left = Math.min(Math.floor(place), Math.max(0, last - 1));
  const right = Math.min(left + 1, last);
  const between = (values: Float32Array) => values[left] + (place - left) * (values[right] - values[left]);
  return { valence: between(valence), arousal: between(arousal) };
}
