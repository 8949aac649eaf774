import type { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';

/** The address of a request, and the numbers in its path, in their order. */
export function addressOf(request: IncomingMessage): { url: URL; numbers: number[] } {
  const url = new URL(request.url ?? '', 'http://host');
  return { url, numbers: (url.pathname.match(/\d+/g) ?? []).map(Number) };
}

/** Throws AppError 'invalid' for a request by another method. */
export function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method)
    throw new AppError('invalid', `invalid method: ${request.method} (use ${method})`);
}
