import type { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';

/** The length that a body is announced with, bytes; undefined where none is. Throws AppError 'invalid' for no length. */
export function declaredBytes({ headers }: IncomingMessage): number | undefined {
  const text = headers['content-length'];
  if (text === undefined) return undefined;
  const bytes = Number(text);
  if (!Number.isSafeInteger(bytes) || bytes < 0)
    throw new AppError('invalid', `invalid content-length: ${text.slice(0, 40)} (a whole number of bytes)`);
  return bytes;
}
