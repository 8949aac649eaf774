import { and, desc, eq, gt, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Executor } from '@/db/open';
import { invitations, people, type Role } from '@/db/schema';
import { AppError } from '../base/errors';
import { requireRole } from './caller';
import { passwordHash } from './passwords/passwordHash';
import { putPassword } from './passwords/putPassword';
import { requireGoodPassword } from './passwords/requireGoodPassword';
import { addPerson, areNamed, lockPerson, personName } from './people';
import { newSecret, secretHash } from './secret';

const lastingDays = 7;
/** Links that are open at once. */
const mostOpen = 500;

/** What an invitation leads to. */
export interface Invitation {
  role: Role;
  /** Whose password is to be chosen; null where somebody new chooses a name too. */
  name: string | null;
}

/** Who invites, and to what: a role of somebody new, or one of the people to a new password. */
interface NewInvitation {
  madeBy: number;
  role: Role;
  personId?: number;
}

/** What is chosen by who was invited. */
export const acceptance = z.object({
  secret: z.string().regex(/^[\w-]{43}$/, 'the end of the link, whole'),
  name: personName.optional(),
  password: z.string().max(1000),
});

/**
 * Makes a link's secret by which, once and within seven days, somebody new becomes one of the people in a role, or one of
 * the people chooses a new password. The link ends with the owner who made it.
 * @throws AppError 'invalid' before the owner has a name, 'forbidden' for a maker who is no owner (any more), 'too-many'.
 */
export async function invite(database: Database, wish: NewInvitation): Promise<string> {
  return database.transaction((transaction) => makeLink(transaction, wish));
}

async function makeLink(executor: Executor, { madeBy, role, personId }: NewInvitation): Promise<string> {
  await requireOwner(executor, madeBy);
  if (personId === undefined && !(await areNamed(executor)))
    throw new AppError(
      'invalid',
      'invalid invitation: nobody is named yet (choose your own name and password first)',
    );
  await executor.delete(invitations).where(lte(invitations.expiresAt, sql`now()`));
  if ((await executor.$count(invitations)) >= mostOpen)
    throw new AppError('too-many', `there are ${mostOpen} open invitations: withdraw some first`);
  if (personId !== undefined) await executor.delete(invitations).where(eq(invitations.personId, personId));
  const secret = newSecret();
  const expiresAt = new Date(Date.now() + lastingDays * 24 * 3600 * 1000);
  await executor
    .insert(invitations)
    .values({ madeBy, role, personId, expiresAt, secretHash: secretHash(secret) });
  return secret;
}

/** Nobody's role changes meanwhile: a link is made before, and withdrawn then, or not at all. */
async function requireOwner(executor: Executor, personId: number): Promise<void> {
  const maker = await lockPerson(executor, personId);
  requireRole(maker && { personId, role: maker.role }, 'owner');
}

/** What a link leads to. Throws AppError 'not-found' for one that was used, withdrawn, or has run out. */
export async function readInvitation(
  executor: Executor,
  secret: string,
): Promise<Invitation & { id: number; personId: number | null }> {
  const [found] = await executor
    .select({ id: invitations.id, role: invitations.role, personId: invitations.personId, name: people.name })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.personId))
    .where(and(eq(invitations.secretHash, secretHash(secret)), gt(invitations.expiresAt, sql`now()`)));
  if (!found)
    throw new AppError(
      'not-found',
      'invalid invitation: it was used, withdrawn, or has run out (ask for a new link)',
    );
  return found;
}

/** Makes who was invited one of the people, or gives them their new password (`putPassword`). Returns who it is. */
export async function acceptInvitation(
  database: Database,
  { secret, name, password }: z.infer<typeof acceptance>,
): Promise<number> {
  const { name: named } = await readInvitation(database, secret);
  const called = named ?? name;
  if (called === undefined)
    throw new AppError('invalid', 'invalid name: (none) (choose the name you sign in by)');
  requireGoodPassword(password, called);
  const hash = await passwordHash(password);
  return database.transaction(async (transaction) => {
    const { id, role, personId: asked } = await readInvitation(transaction, secret);
    if (asked !== null) await lockPerson(transaction, asked);
    const used = await transaction
      .delete(invitations)
      .where(eq(invitations.id, id))
      .returning({ id: invitations.id });
    if (used.length === 0)
      throw new AppError('not-found', 'invalid invitation: it was used (ask for a new link)');
    const personId = asked ?? (await addPerson(transaction, { name: called, role })).personId;
    await putPassword(transaction, { personId, hash });
    return personId;
  });
}

/** The links that are open, newest first. */
export async function listInvitations(executor: Executor) {
  const { id: invitationId, role, madeAt, expiresAt } = invitations;
  return executor
    .select({ invitationId, role, madeAt, expiresAt, name: people.name })
    .from(invitations)
    .leftJoin(people, eq(people.id, invitations.personId))
    .where(gt(expiresAt, sql`now()`))
    .orderBy(desc(invitationId));
}

/** Makes a link worthless. Throws AppError 'not-found'. */
export async function withdrawInvitation(executor: Executor, invitationId: number): Promise<void> {
  const withdrawn = await executor
    .delete(invitations)
    .where(eq(invitations.id, invitationId))
    .returning({ id: invitations.id });
  if (withdrawn.length === 0)
    throw new AppError('not-found', `invalid invitationId: ${invitationId} (no such link is open)`);
}
