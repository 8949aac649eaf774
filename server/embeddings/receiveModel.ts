import { createHash } from 'node:crypto';
import { constants, createWriteStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { reserveRoom } from '../base/diskRoom';
import { AppError, isAppError, messageOf } from '../base/errors';
import { expectedError } from '../base/fullDisk';
import { plainReason } from '../base/plainReason';
import { askAddress, type Ask } from './askAddress';

/** The largest graph taken, bytes: what the analysis process can load within its limits. */
const mostModelBytes = 2 ** 30;
const mostRedirects = 5;

/** Where a graph comes from. */
export interface ModelSource {
  /** A path, or an https address. */
  place: string;
  /** SHA-256 that its content must have, in lower-case hex. */
  sha256: string;
  /** Also addresses of private networks and of this machine. */
  allowPrivate?: boolean;
  ask?: Ask;
}

/**
 * Copies or downloads a graph to `target`, which must not exist, as a stream whose size and hash are checked.
 * Returns what to call its source. What does not arrive whole is for the caller to delete.
 * Throws AppError 'invalid', 'not-found', 'too-large' or 'unreadable'.
 */
export async function receiveModel(
  { place, sha256, allowPrivate = false, ask = askAddress({ allowPrivate }) }: ModelSource,
  target: string,
): Promise<string> {
  const isAddress = /^[a-z][a-z0-9+.-]*:\/\//i.test(place);
  const address = isAddress ? httpsAddress(place) : undefined;
  const found = await write(address ? await download(address, ask) : await openFile(place), target);
  if (found !== sha256)
    throw new AppError(
      'invalid',
      `invalid --sha256: ${sha256} (the file's is ${found}: it is another or damaged)`,
    );
  // What follows a path in an address may be a key that is nobody's to see.
  return address ? `${address.origin}${address.pathname}` : basename(place);
}

/** Writes a stream of bounded length to a new file. Returns its SHA-256 in hex. */
async function write(body: Readable, target: string): Promise<string> {
  const hash = createHash('sha256');
  const room = await reserveRoom({
    folder: dirname(target),
    bytes: undefined,
    told: 'FILE_OR_URL: too large',
  });
  async function* pieces() {
    let bytes = 0;
    for await (const piece of body as AsyncIterable<Buffer>) {
      bytes += piece.length;
      if (bytes > mostModelBytes) throw tooLarge();
      await room.use(piece.length);
      hash.update(piece);
      yield piece;
    }
  }
  try {
    await pipeline(pieces(), createWriteStream(target, { flags: 'wx', flush: true }));
  } catch (error) {
    const reason = `the model could not be read to its end: ${plainReason(error)}`;
    throw expectedError(error) ?? new AppError('unreadable', reason, { cause: error });
  } finally {
    room.release();
  }
  return hash.digest('hex');
}

function tooLarge(): AppError {
  return new AppError(
    'too-large',
    `invalid FILE_OR_URL: over ${mostModelBytes} bytes (the largest graph taken)`,
  );
}

async function openFile(path: string): Promise<Readable> {
  try {
    // Without NONBLOCK, opening a named pipe would wait for a writer for ever.
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    if ((await handle.stat()).isFile()) return handle.createReadStream();
    await handle.close();
  } catch (error) {
    throw new AppError('not-found', `invalid FILE_OR_URL: ${path} (${plainReason(error)})`, { cause: error });
  }
  throw new AppError('invalid', `invalid FILE_OR_URL: ${path} (it is a folder or a device, not a file)`);
}

function httpsAddress(text: string): URL {
  const address = URL.canParse(text) ? new URL(text) : undefined;
  if (address?.protocol === 'https:' && !address.username && !address.password) return address;
  throw new AppError(
    'invalid',
    `invalid FILE_OR_URL: ${text} (an https address without a password is accepted)`,
  );
}

/** The content of an address, after a bounded number of redirects, all to https. */
async function download(address: URL, ask: Ask): Promise<Readable> {
  let next = address;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(next).catch((error: unknown) => {
      if (isAppError(error)) throw error;
      throw new AppError('unreadable', `invalid FILE_OR_URL: ${next.origin} (no answer: ${reasonOf(error)})`);
    });
    const location =
      response.status >= 300 && response.status < 400 ? response.headers.get('location') : null;
    if (location === null) return bodyOf(response, next);
    await response.body?.cancel();
    next = httpsAddress(new URL(location, next).href);
  }
  throw new AppError('unreadable', `invalid FILE_OR_URL: ${address.href} (over ${mostRedirects} redirects)`);
}

async function bodyOf(response: Response, { origin, pathname }: URL): Promise<Readable> {
  if (response.ok && response.body && Number(response.headers.get('content-length') ?? 0) <= mostModelBytes)
    return Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]);
  await response.body?.cancel();
  if (response.ok) throw tooLarge();
  throw new AppError(
    'not-found',
    `invalid FILE_OR_URL: ${origin}${pathname} (it answers ${response.status})`,
  );
}

/** What wraps a fault says why only in the cause. */
function reasonOf(error: unknown): string {
  return messageOf(error instanceof Error && error.cause ? error.cause : error);
}
