import { eq, or } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { invitations } from '@/db/schema';

/** Makes every open link worthless that a person made, or that leads to a new password of theirs. */
export async function withdrawLinks(executor: Executor, personId: number): Promise<void> {
  await executor
    .delete(invitations)
    .where(or(eq(invitations.madeBy, personId), eq(invitations.personId, personId)));
}
