import { AppError } from '../base/errors';

/** What ends before this is a click, seconds. */
const leastSeconds = 0.05;

/** Throws AppError 'unreadable' for a sound that nobody could tell anything of. */
export function requireLongEnough(seconds: number): void {
  if (seconds >= leastSeconds) return;
  const milliseconds = 1000 * seconds;
  const length = milliseconds < 1 ? 'less than a thousandth' : `${milliseconds.toFixed(0)} thousandths`;
  throw new AppError('unreadable', `it is too short to hear: it lasts ${length} of a second`);
}
