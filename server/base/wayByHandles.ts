import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, readlink, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from './errors';
import { circleError, isTrustedMaker, mostLinks, type Way } from './way';

/** Linux's O_PATH, which Node has no name for: a place is held, whatever lies there, and nothing is opened for reading. */
const holdOnly = 0o10000000;
/** No kernel's clock of files stands still for longer, milliseconds. */
const tickMs = 20;
const mostTries = 10;

/** A name to go on to, or the maker of a link whose end has been reached, and must be his own. */
type Step = string | { maker: bigint };

interface Link {
  maker: bigint;
  target: string;
}

/**
 * Follows a path folder by folder, each held open and looked into by what is held: a folder that is swapped meanwhile
 * leads nobody elsewhere. Linux only. Throws the system's error, and AppError 'unreadable' where a folder with a link in it
 * does not rest.
 */
export async function wayByHandles(path: string): Promise<Way> {
  const ahead: Step[] = stepsOf(resolve(path));
  let at = await hold('/');
  let [links, isHonest] = [0, true];
  try {
    for (let step = ahead.shift(); step !== undefined; step = ahead.shift()) {
      if (typeof step !== 'string') {
        isHonest &&= (await at.stat({ bigint: true })).uid === step.maker;
        continue;
      }
      const found = await lookAt(at, step);
      if ('target' in found) {
        if (++links > mostLinks) throw circleError(path);
        ahead.unshift(...stepsOf(found.target), ...(isTrustedMaker(found.maker) ? [] : [found]));
      } else {
        await at.close();
        at = found;
      }
    }
    const { dev, ino } = await at.stat({ bigint: true });
    return { isDirect: links === 0, isHonest, place: { dev, ino } };
  } finally {
    await at.close();
  }
}

const hold = (path: string) => open(path, holdOnly | constants.O_NOFOLLOW);

const inside = (folder: FileHandle, name: string) => `/proc/self/fd/${folder.fd}/${name}`;

/** The names on a way; that of the root, where it begins there, is '/'. */
function stepsOf(way: string): string[] {
  const names = way.split('/').filter(Boolean);
  return way.startsWith('/') ? ['/', ...names] : names;
}

/** What has that name in a folder: a link, or anything else, held. */
async function lookAt(folder: FileHandle, name: string): Promise<FileHandle | Link> {
  if (name === '/') return hold('/');
  const held = await hold(inside(folder, name));
  const status = await held.stat({ bigint: true });
  if (!status.isSymbolicLink()) return held;
  await held.close();
  return readLink(folder, name);
}

/**
 * A link's maker and target, which cannot be read at once: where others may write into its folder, a change between the two
 * would show in the folder's time, unless that was set in the same tick of the clock.
 */
async function readLink(folder: FileHandle, name: string): Promise<Link> {
  for (let tries = 0; tries < mostTries; tries++) {
    const before = await folder.stat({ bigint: true });
    const isResting = isClosed(before) || isAtRest(before);
    const link = isResting ? await linkNow(inside(folder, name)) : undefined;
    const after = await folder.stat({ bigint: true });
    if (link && (isClosed(after) || after.ctimeNs === before.ctimeNs)) return link;
    await sleep(tickMs);
  }
  throw new AppError('unreadable', 'its folder is being changed all the time: try again');
}

/** Undefined where it is no link any more. */
async function linkNow(path: string): Promise<Link | undefined> {
  const { uid } = await lstat(path, { bigint: true });
  const target = await readlink(path).catch(() => undefined);
  return target === undefined ? undefined : { maker: uid, target };
}

/** Nobody but who may have anything read can put something else into it. */
function isClosed({ uid, mode }: BigIntStats): boolean {
  return isTrustedMaker(uid) && (mode & 0o022n) === 0n;
}

/** A disk elsewhere may be ahead of this machine's clock. */
function isAtRest({ ctimeMs }: BigIntStats): boolean {
  return Math.abs(Date.now() - Number(ctimeMs)) > tickMs;
}
