import { AppError } from '../base/errors';

/** What ends before this is a click, seconds. */
const leastSeconds = 0.05;

/** Throws AppError 'unreadable' for a sound that nobody could tell anything of. */
export function requireLongEnough(seconds: number): void {
  if (seconds >= leastSeconds) return;
  const milliseconds = Math.max(0.01, 1000 * seconds).toFixed(2);
  throw new AppError(
    'unreadable',
    `it is too short to hear: it lasts ${milliseconds} thousandths of a second`,
  );
}
