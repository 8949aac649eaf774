import type { Database } from '@/db/open';
import { personOf } from '../people';
import { passwordHash } from './passwordHash';
import { putPassword } from './putPassword';
import { requireGoodPassword } from './requireGoodPassword';

/**
 * Gives a person a password, which ends their sessions but the one to be kept, their links, and the access tokens they
 * had under the one so far.
 * @throws AppError 'not-found', or 'invalid' for a password that is easily guessed.
 */
export async function setPassword(
  database: Database,
  { personId, password, kept }: { personId: number; password: string; kept?: number },
): Promise<void> {
  const { name } = await personOf(database, personId);
  requireGoodPassword(password, name);
  const hash = await passwordHash(password);
  await database.transaction((transaction) => putPassword(transaction, { personId, hash, kept }));
}
