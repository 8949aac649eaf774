import { IncomingMessage } from 'node:http';
import { AppError } from '../base/errors';
import { declaredBytes } from './declaredBytes';
import type { BodyKind } from './exchange';
import { hasBody } from './hasBody';

/**
 * How what is sent is taken: 'small' is JSON and the like, read as a whole; 'document' the same, of somebody's whole work;
 * 'secret' what one comes in by, and all that strangers send; 'file' has a limit of its own.
 */
export type BodyName = 'secret' | 'small' | 'document' | 'file';

const wholeRate = { windowMs: 30_000, leastBytes: 30_000 };

export const bodyKinds: Record<BodyName, BodyKind> = {
  secret: { isSmall: true, rate: wholeRate },
  small: { isSmall: true, rate: wholeRate },
  document: { isSmall: true, rate: wholeRate },
  file: { isSmall: false, rate: { windowMs: 60_000, leastBytes: 240_000 } },
};

/** The largest body of each kind that is read as a whole, bytes. */
const mostBytes = { secret: 10_000, small: 2 ** 20, document: 8 * 2 ** 20 };

/** Kinds of bodies that are read as a whole. */
export type WholeBodyName = keyof typeof mostBytes;

/** Throws AppError 'too-large' where the announced length of a body is over the limit of its kind. */
export function refuseLargeBody(request: IncomingMessage, body: WholeBodyName): void {
  const declared = declaredBytes(request) ?? 0;
  if (declared > mostBytes[body]) throw tooLarge(declared, mostBytes[body]);
}

/**
 * A request like the given one whose body is all there, read within the limit of its kind: whoever works on it is not held
 * by a slow sender, and does nothing for one who is refused midway. Throws AppError 'too-large'.
 */
export async function gatherBody(request: IncomingMessage, body: WholeBodyName): Promise<IncomingMessage> {
  if (!hasBody(request)) return request;
  const whole = standIn(request);
  let size = 0;
  for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > mostBytes[body]) throw tooLarge(size, mostBytes[body]);
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

function tooLarge(bytes: number, most: number): AppError {
  return new AppError('too-large', `invalid body: ${bytes} bytes or more (at most ${most} are taken here)`);
}
