import type { Drawing } from './drawing';

/** A drawn movement of the emotion, and how long it lasts; null stretches it to whatever it is laid over. */
export interface Trajectory {
  drawing: Drawing;
  durationSeconds: number | null;
}
