import type { ConnectionLimits } from './connections';

/** What the server may open beside its connections: more of the database's files, pipes of its processes. */
const keptForItself = 64;
/** More connections are of no use to a server that answers them one after the other. */
const mostInAll = 2048;
const leastInAll = 16;

/**
 * How many connections there may be, so that a crowd of them leaves the server the files it needs, and one address
 * leaves room for others. Each is reckoned twice: an answer of sound has its file open.
 */
export function connectionLimits(
  files: { limit: number; open: number },
  byAddress: number,
): ConnectionLimits {
  const free = files.limit - files.open - keptForItself;
  const inAll = Math.min(mostInAll, Math.max(leastInAll, Math.floor(free / 2)));
  return { inAll, byAddress: Math.min(byAddress, Math.floor(inAll / 2)) };
}
