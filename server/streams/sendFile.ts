import type { IncomingMessage, ServerResponse } from 'node:http';
import { basename, dirname } from 'node:path';
import send from 'send';
import { AppError } from '../base/errors';

/** Statuses of HTTP's own that say what became of a question about a part or a version of the file. */
const answersOfHttp = new Set([412, 416]);

interface SendError extends NodeJS.ErrnoException {
  status?: number;
  headers?: Record<string, string>;
}

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
      .on('error', (error: SendError) => {
        if (answersOfHttp.has(error.status ?? 0)) refuse(response, error);
        else reject(asAppError(error));
      })
      .on('directory', () => reject(new AppError('not-found', 'the file is a directory now')))
      .pipe(response);
    response.once('close', resolve);
  });
}

/** RFC 9110: without a body, and with the file's length where a range begins after its end. */
function refuse(response: ServerResponse, { status = 416, headers = {} }: SendError): void {
  response.removeHeader('Content-Type');
  response.writeHead(status, { ...headers, 'Content-Length': 0 }).end();
}

function asAppError(error: SendError): AppError {
  if (error.status === 404) {
    return new AppError('not-found', 'the file is gone from disk: put it back, or remove the track', {
      cause: error,
    });
  }
  return new AppError('unreadable', `the file cannot be read: ${error.message}`, { cause: error });
}
