import { lstat, readlink, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';

/** More links than this on one way lead in a circle. */
const mostLinks = 40;

/** A place on disk, which no second file has. */
export interface FilePlace {
  dev: bigint;
  ino: bigint;
}

/** Where a path leads. */
export interface Way {
  /** No link lies on it. */
  isDirect: boolean;
  /** Every link on it was made by this program's user, by the system's, or by the owner of what it leads to. */
  isHonest: boolean;
  place: FilePlace;
}

/**
 * Follows a path link by link. A link counts as honest where its maker could have given away no more than what is his own:
 * so whoever may write into a watched folder cannot have files read that only this program's user may read.
 * On Windows, where links are for administrators to make, all are honest. Throws the system's error.
 */
export async function followWay(path: string): Promise<Way> {
  let way = resolve(path);
  let isHonest = true;
  for (let links = 0; links <= mostLinks; links++) {
    const link = await firstLink(way);
    if (!link) {
      const { dev, ino } = await lstat(way, { bigint: true });
      return { isDirect: links === 0, isHonest, place: { dev, ino } };
    }
    isHonest &&= await isMadeByOwner(link.path, link.owner);
    const target = await readlink(link.path);
    way = join(isAbsolute(target) ? target : join(dirname(link.path), target), link.rest);
  }
  throw Object.assign(new Error(`invalid path: ${path} (its links lead in a circle)`), { code: 'ELOOP' });
}

interface Link {
  path: string;
  owner: bigint;
  /** What of the way comes after it. */
  rest: string;
}

async function firstLink(way: string): Promise<Link | undefined> {
  const { root } = parse(way);
  const names = way.slice(root.length).split(sep).filter(Boolean);
  let at = root;
  for (const [place, name] of names.entries()) {
    at = join(at, name);
    const status = await lstat(at, { bigint: true });
    if (status.isSymbolicLink())
      return { path: at, owner: status.uid, rest: join(...names.slice(place + 1), '') };
  }
  return undefined;
}

async function isMadeByOwner(link: string, owner: bigint): Promise<boolean> {
  const user = process.getuid?.();
  if (user === undefined || owner === 0n || owner === BigInt(user)) return true;
  return (await stat(link, { bigint: true })).uid === owner;
}
