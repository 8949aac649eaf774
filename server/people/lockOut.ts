import { eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { accessTokens, people } from '@/db/schema';
import { endSessions } from '../access/sessions';
import { withdrawLinks } from '../access/withdrawLinks';

/** Ends all by which a person comes in: their password, sessions, tokens, and links; they make nothing more, either. */
export async function lockOut(database: Database, personId: number): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction
      .update(people)
      .set({ passwordHash: null, role: 'listener' })
      .where(eq(people.id, personId));
    await endSessions(transaction, personId);
    await transaction.delete(accessTokens).where(eq(accessTokens.personId, personId));
    await withdrawLinks(transaction, personId);
  });
}
