import type { EegEvent } from '../../recordings/eeg/eegRecording';

/**
 * For each window the label of the event during which it lies wholly, null where it is within none; the latest begun
 * where it is within several.
 */
export function eventOfWindows(
  events: readonly EegEvent[],
  startSeconds: Float64Array,
  windowSeconds: number,
): (string | null)[] {
  return Array.from(startSeconds, (start) => {
    const holding = events.findLast(
      ({ onsetSeconds, durationSeconds }) =>
        onsetSeconds <= start + tolerance &&
        start + windowSeconds <= onsetSeconds + durationSeconds + tolerance,
    );
    return holding?.label ?? null;
  });
}

/** Seconds: far below a sample. */
const tolerance = 1e-6;
