import { clock } from './clock';
import { failureOf } from './failureOf';

/** A remark on a file whose sound broke off after so many seconds: up to where it was heard, and why no further. */
export function breakWarning(heardSeconds: number, error: unknown): string {
  const { reason } = failureOf(error);
  return `it is heard up to ${clock(heardSeconds)}, not further: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
}
