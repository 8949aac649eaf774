import type { LockHolder } from '@/db/open';
import { AppError } from '../base/errors';
import type { Settings } from '../base/settings';

/** Why this server cannot start on a data directory that another process holds, and what to do. */
export function describeHolder(holder: LockHolder, dataDirectory: string): string {
  const who = `a Circumplex ${holder.purpose} (process ${holder.pid} on ${holder.host})`;
  const where = holder.url ? ` at ${holder.url}` : '';
  return `invalid DATA_DIR: ${dataDirectory} (${who} already uses it${where}: open that one, stop it, or give another DATA_DIR)`;
}

/** Why the port could not be listened on, and what to do. */
export function listenFailure(cause: NodeJS.ErrnoException, { host, port }: Settings): AppError {
  const words = listenFailures[cause.code ?? ''];
  if (!words)
    return new AppError('unavailable', `cannot listen on ${host}:${port}: ${cause.message}`, { cause });
  const value = words.name === 'PORT' ? String(port) : host;
  return new AppError('conflict', `invalid ${words.name}: ${value} (${words.advice})`, { cause });
}

/** System error codes of listening, the setting each is about, and what to do. */
const listenFailures: Record<string, { name: 'PORT' | 'HOST'; advice: string } | undefined> = {
  EADDRINUSE: { name: 'PORT', advice: 'another program listens there: set PORT to a free one' },
  EACCES: { name: 'PORT', advice: 'this user may not listen there: use one above 1023' },
  EADDRNOTAVAIL: { name: 'HOST', advice: 'this machine has no such address' },
  ENOTFOUND: { name: 'HOST', advice: 'this machine has no such address' },
};
