import type { FrameRate } from './frameRate';
import { snapRate } from './snapRate';

/**
 * A rate from text: "24000/1001", "25", or rounded as people write it, "23.98".
 *
 * @throws RangeError for anything that is no rate between 1 and 240 frames a second
 */
export function parseRate(text: string): FrameRate {
  const parts = /^\s*(\d{1,9}(?:\.\d{1,15})?)(?:\s*\/\s*(\d{1,9}))?\s*$/.exec(text);
  const hz = parts ? Number(parts[1]) / Number(parts[2] ?? 1) : NaN;
  if (!(hz >= 1 && hz <= 240)) {
    throw new RangeError(`invalid rate: ${text} (a number from 1 to 240, such as 25, 23.976 or 24000/1001)`);
  }
  return snapRate(hz);
}
