/** More links than this on one way lead in a circle. */
export const mostLinks = 40;

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

/** True for a link's maker who may have anything read that this program reads. On Windows links are for administrators to make. */
export function isTrustedMaker(owner: bigint): boolean {
  const user = process.getuid?.();
  return user === undefined || owner === 0n || owner === BigInt(user);
}

/** What is thrown of a way that has no end. */
export function circleError(path: string): Error {
  const words = `invalid path: ${path} (its links lead in a circle)`;
  return Object.assign(new Error(words), { code: 'ELOOP' });
}
