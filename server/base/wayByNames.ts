import { lstat, readlink, stat } from 'node:fs/promises';
import { dirname, isAbsolute, join, parse, resolve, sep } from 'node:path';
import { circleError, isTrustedMaker, mostLinks, type Way } from './way';

/**
 * Follows a path link by link, by its names: for systems that have no way to look into a folder that is held open, as what is
 * swapped meanwhile may pass for what it replaced. Throws the system's error.
 */
export async function wayByNames(path: string): Promise<Way> {
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
  throw circleError(path);
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
  return isTrustedMaker(owner) || (await stat(link, { bigint: true })).uid === owner;
}
