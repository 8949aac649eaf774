import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { accessTokens, people } from '@/db/schema';
import { lockPerson } from '../people';
import { endSessions } from '../sessions';
import { withdrawLinks } from '../withdrawLinks';

/** Whose password it is, by Argon2id, and their session that goes on. */
interface HashedPassword {
  personId: number;
  hash: string;
  kept?: number;
}

/**
 * Writes a person's password within a transaction. Whoever knew the one so far may have come in by it: sessions end but the
 * one to be kept, links are withdrawn and, where it is not their first, their access tokens are revoked.
 */
export async function putPassword(
  transaction: Executor,
  { personId, hash, kept }: HashedPassword,
): Promise<void> {
  const person = await lockPerson(transaction, personId);
  await transaction.update(people).set({ passwordHash: hash }).where(eq(people.id, personId));
  await endSessions(transaction, personId, kept);
  await withdrawLinks(transaction, personId);
  if (person?.passwordHash) await transaction.delete(accessTokens).where(eq(accessTokens.personId, personId));
}
