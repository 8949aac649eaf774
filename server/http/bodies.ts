import { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';
import type { BodyKind } from './exchange';

/** How a route takes what it is sent: 'small' is JSON and the like, read as a whole; 'file' has a limit of its own. */
export type BodyName = 'small' | 'file';

export const bodyKinds: Record<BodyName, BodyKind> = {
  small: { isSmall: true, rate: { windowMs: 30_000, leastBytes: 30_000 } },
  file: { isSmall: false, rate: { windowMs: 60_000, leastBytes: 240_000 } },
};

/** The largest body that is not a file, bytes. */
const mostBytes = 2 ** 20;

/** Throws AppError 'too-large' where the announced length of a small body is over its limit. */
export function refuseLargeBody(request: IncomingMessage): void {
  const declared = Number(request.headers['content-length'] ?? 0);
  if (declared > mostBytes) throw tooLarge(declared);
}

/**
 * A small body that came without its length, read within the limit: a request like the given one, whose body is all
 * there. Others are returned as they are. Throws AppError 'too-large'.
 */
export async function gatherBody(request: IncomingMessage): Promise<IncomingMessage> {
  if (request.headers['transfer-encoding'] === undefined) return request;
  const whole = standIn(request);
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes) throw tooLarge(size);
    whole.push(piece);
  }
  whole.complete = true;
  whole.push(null);
  return whole;
}

function standIn(request: IncomingMessage): IncomingMessage {
  const { method, url, headers, rawHeaders, httpVersion, httpVersionMajor, httpVersionMinor } = request;
  const copy = new IncomingMessage(request.socket);
  copy.rawHeaders = rawHeaders;
  return Object.assign(copy, { method, url, headers, httpVersion, httpVersionMajor, httpVersionMinor });
}

function tooLarge(bytes: number): AppError {
  return new AppError(
    'too-large',
    `invalid body: ${bytes} bytes or more (at most ${mostBytes} are taken here)`,
  );
}
