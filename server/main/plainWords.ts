import type { LockHolder } from '@/db/open';
import { AppError } from '../errors';
import type { Settings } from '../settings';

/** Why this server cannot start on a data directory that another process holds, and what to do. */
export function describeHolder(holder: LockHolder, dataDirectory: string): string {
  const who = `a Circumplex ${holder.purpose} (process ${holder.pid} on ${holder.host})`;
  const where = holder.url ? ` at ${holder.url}` : '';
  return `invalid DATA_DIR: ${dataDirectory} (${who} already uses it${where}: open that one, stop it, or give another DATA_DIR)`;
}

/** Why the port could not be listened on, and what to do. */
export function listenFailure(cause: NodeJS.ErrnoException, { host, port }: Settings): AppError {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new AppError(
        'conflict',
        `invalid PORT: ${port} (another program listens there: set PORT to a free one)`,
        { cause },
      );
    case 'EACCES':
      return new AppError(
        'conflict',
        `invalid PORT: ${port} (this user may not listen there: use one above 1023)`,
        { cause },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new AppError('invalid', `invalid HOST: ${host} (this machine has no such address)`, { cause });
    default:
      return new AppError('unavailable', `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
  }
}
