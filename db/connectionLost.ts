import { codeOf } from './databaseError';

/** As a socket says it, and as Postgres does. */
const socketCodes = ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'];
const stateCodes = ['57P01', '57P02', '57P03', '08000', '08003', '08006'];

/**
 * True where a query failed because its database went away (the process that ran the engine ended, the network
 * or the server failed), so that opening the database again may help. Nothing is said about whether a
 * statement under way took effect.
 */
export function isConnectionLost(error: unknown): boolean {
  return socketCodes.includes(codeOf(error) ?? '') || isDatabaseGone(error);
}

/** The same for any thrown thing, which need not come of a query: a file that is missing has a code of sockets too. */
export function isDatabaseGone(error: unknown): boolean {
  if (stateCodes.includes(codeOf(error) ?? '')) return true;
  for (let current = error; current instanceof Error; current = current.cause) {
    if (/^Connection terminated|^Client has encountered a connection error/.test(current.message))
      return true;
    if ('syscall' in current && current.syscall === 'connect') return true;
  }
  return false;
}
