import type { Stats } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import send, { type SendStream } from 'send';
import { AppError, isAppError } from '../base/errors';
import { openRegularFile } from '../base/openRegularFile';
import { plainReason } from '../base/plainReason';

/** Statuses of HTTP's own that say what became of a question about a part or a version of the file. */
const answersOfHttp = new Set([412, 416]);

interface SendError extends NodeJS.ErrnoException {
  status?: number;
  headers?: Record<string, string>;
}

/** Asked for again each time, as players do. */
const askedAgain = 'private, no-cache';

/** Answers with the bytes of a file of ours: ranges, HEAD, validators. Rejects with AppError 'not-found' or 'unreadable'. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  { path, ...told }: { path: string; mediaType: string; cacheControl?: string },
): Promise<void> {
  const { handle } = await openRegularFile(path).catch((error: unknown) => {
    throw asAppError(error);
  });
  await sendOpened(request, response, { handle, ...told });
}

/** Answers with the bytes of an open file, whatever its path leads to by now, and closes it. */
export async function sendOpened(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, mediaType, cacheControl = askedAgain }: OpenFileAnswer,
): Promise<void> {
  try {
    const status = await handle.stat();
    if (!response.closed) await answer(request, response, { handle, status, mediaType, cacheControl });
  } finally {
    await handle.close();
  }
}

/** An open file, and what is told of it. */
interface OpenFileAnswer {
  handle: FileHandle;
  mediaType: string;
  /** For how long whoever has it need not ask for it again; by default it is to ask each time. */
  cacheControl?: string;
}

/** What `send` does with a path once it knows what lies there, done with what is open. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, status, mediaType, cacheControl }: Required<OpenFileAnswer> & { status: Stats },
): Promise<void> {
  return new Promise((resolve, reject) => {
    response.once('close', resolve);
    response.setHeader('Content-Type', mediaType);
    response.setHeader('Cache-Control', cacheControl);
    const sending = send(request, '/', { cacheControl: false }) as SendStream & { res: ServerResponse };
    sending.res = response;
    sending.stream = (_, range: { start?: number; end?: number } = {}) => {
      const { start, end } = range;
      // One who goes away in the midst of it is no fault, and a disk that fails there can only cut the answer.
      pipeline(handle.createReadStream({ start, end }), response).catch(() => response.destroy());
    };
    sending.on('error', (error: SendError) => {
      if (answersOfHttp.has(error.status ?? 0)) refuse(response, error);
      else reject(asAppError(error));
    });
    sending.send('/', status);
  });
}

/** RFC 9110: without a body, and with the file's length where a range begins after its end. */
function refuse(response: ServerResponse, { status = 416, headers = {} }: SendError): void {
  response.removeHeader('Content-Type');
  response.writeHead(status, { ...headers, 'Content-Length': 0 }).end();
}

function asAppError(error: unknown): AppError {
  if (isAppError(error))
    return new AppError('not-found', `the file is gone: ${error.message}`, { cause: error });
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new AppError('not-found', 'the file is gone from disk: put it back, or remove the track', {
      cause: error,
    });
  }
  return new AppError('unreadable', `the file cannot be read: ${plainReason(error)}`, { cause: error });
}
