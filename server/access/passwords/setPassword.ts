import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { people } from '@/db/schema';
import { personOf } from '../people';
import { endSessions } from '../sessions';
import { passwordHash } from './passwordHash';
import { requireGoodPassword } from './requireGoodPassword';

/**
 * Gives a person a password, which ends their sessions but the one to be kept.
 * @throws AppError 'not-found', or 'invalid' for a password that is easily guessed.
 */
export async function setPassword(
  database: Database,
  { personId, password, kept }: { personId: number; password: string; kept?: number },
): Promise<void> {
  const { name } = await personOf(database, personId);
  requireGoodPassword(password, name);
  const hash = await passwordHash(password);
  await database.transaction(async (transaction) => {
    await transaction.update(people).set({ passwordHash: hash }).where(eq(people.id, personId));
    await endSessions(transaction, personId, kept);
  });
}
