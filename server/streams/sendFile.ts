import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import send from 'send';
import { AppError } from '../base/errors';

/** Answers with a file's bytes: ranges, HEAD, validators. Rejects with AppError 'not-found' or 'unreadable'. */
export function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, mediaType }: { path: string; mediaType: string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    response.setHeader('Content-Type', mediaType);
    response.setHeader('Cache-Control', 'private, no-cache');
    send(request, encodeURIComponent(basename(path)), {
      root: dirname(path),
      dotfiles: 'allow',
      cacheControl: false,
    })
      .on('error', (error: NodeJS.ErrnoException & { status?: number }) => reject(asAppError(error)))
      .on('directory', () => reject(new AppError('not-found', 'the file is a directory now')))
      .pipe(response);
    response.once('close', resolve);
  });
}

function asAppError(error: NodeJS.ErrnoException & { status?: number }): AppError {
  if (error.status === 404) {
    return new AppError('not-found', 'the file is gone from disk: put it back, or remove the track', {
      cause: error,
    });
  }
  if (error.status === 416)
    return new AppError('invalid', 'invalid Range: it begins after the end of the file', { cause: error });
  return new AppError('unreadable', `the file cannot be read: ${error.message}`, { cause: error });
}
