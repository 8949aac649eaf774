import type { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';

/** Throws AppError 'invalid' for a request by another method. */
export function requireMethod(request: IncomingMessage, method: string): void {
  if (request.method !== method)
    throw new AppError('invalid', `invalid method: ${request.method} (use ${method})`);
}

/** As requireMethod, for what is read, or only asked about. */
export function requireGet(request: IncomingMessage): void {
  if (request.method !== 'HEAD') requireMethod(request, 'GET');
}
