import { codeOf } from './databaseError';

const lostCodes = [
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
];

/**
 * True where a query failed because its database went away (the process that ran the engine ended, the network
 * or the server failed), so that opening the database again may help. Nothing is said about whether a
 * statement under way took effect.
 */
export function isConnectionLost(error: unknown): boolean {
  if (lostCodes.includes(codeOf(error) ?? '')) return true;
  for (let current = error; current instanceof Error; current = current.cause) {
    if (/^Connection terminated|^Client has encountered a connection error/.test(current.message))
      return true;
  }
  return false;
}
