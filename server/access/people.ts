import { asc, count, eq, isNotNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database, Executor } from '@/db/open';
import { ownerId, people, roles, sessions, type Role } from '@/db/schema';
import { AppError } from '../base/errors';
import { withdrawLinks } from './withdrawLinks';

/** A name people sign in by. */
export const personName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(60)
      .regex(/^[^\p{C}]+$/u, 'letters that can be seen'),
  );

export const personRole = z.enum(roles);

/** One of the people as a list shows them. */
export interface PersonSummary {
  personId: number;
  name: string;
  role: Role;
  /** True for who can sign in by name. */
  hasPassword: boolean;
  sessions: number;
  seenAt: Date | null;
  addedAt: Date;
}

/** True where somebody can sign in by name, and so everybody has to sign in. */
export async function areNamed(executor: Executor): Promise<boolean> {
  const named = await executor
    .select({ one: sql`1` })
    .from(people)
    .where(isNotNull(people.passwordHash))
    .limit(1);
  return named.length > 0;
}

export async function listPeople(executor: Executor): Promise<PersonSummary[]> {
  return executor
    .select({
      ...{ personId: people.id, name: people.name, role: people.role, addedAt: people.addedAt },
      hasPassword: sql<boolean>`${people.passwordHash} is not null`,
      sessions: count(sessions.id),
      seenAt: sql<Date | null>`max(${sessions.seenAt})`.mapWith(sessions.seenAt),
    })
    .from(people)
    .leftJoin(sessions, eq(sessions.personId, people.id))
    .groupBy(people.id)
    .orderBy(asc(people.id));
}

/** One of the people by number. Throws AppError 'not-found'. */
export async function personOf(executor: Executor, personId: number) {
  const [person] = await executor.select().from(people).where(eq(people.id, personId));
  if (!person)
    throw new AppError('not-found', `invalid personId: ${personId} (there is nobody of this number)`);
  return person;
}

/**
 * One of the people, of whom nothing else is changed until the transaction ends; undefined where there is nobody. It is
 * taken before rows that are theirs, so that no two transactions wait for each other.
 */
export async function lockPerson(transaction: Executor, personId: number) {
  const [person] = await transaction.select().from(people).where(eq(people.id, personId)).for('update');
  return person as typeof person | undefined;
}

/** One of the people by name, whichever way it is cased; undefined where there is none. */
export async function findPerson(executor: Executor, name: string) {
  const wanted = name.normalize('NFC').trim();
  const [person] = await executor
    .select()
    .from(people)
    .where(sql`lower(${people.name}) = lower(${wanted})`);
  return person as typeof person | undefined;
}

/** One of the people by name. Throws AppError 'not-found'. */
export async function personCalled(executor: Executor, name: string) {
  const person = await findPerson(executor, name);
  if (!person) throw new AppError('not-found', `invalid name: ${name} (there is nobody of this name)`);
  return person;
}

/**
 * Adds one of the people, who cannot sign in before there is a password. The first is the owner, who is there already and
 * takes this name.
 * @throws AppError 'conflict' for a name that is taken; 'invalid' where the first is not to be the owner.
 */
export async function addPerson(
  executor: Executor,
  { name, role }: { name: string; role?: Role },
): Promise<{ personId: number; role: Role }> {
  const first = !(await areNamed(executor));
  if (first && role !== undefined && role !== 'owner')
    throw new AppError(
      'invalid',
      `invalid role: ${role} (the first of the people is the owner: add yourself, then others)`,
    );
  const taken = await findPerson(executor, name);
  if (taken && !(first && taken.id === ownerId))
    throw new AppError('conflict', `invalid name: ${name} (one of the people is called so already)`);
  if (first) {
    await executor.update(people).set({ name, role: 'owner' }).where(eq(people.id, ownerId));
    return { personId: ownerId, role: 'owner' };
  }
  const added = { name, role: role ?? 'member' };
  const [{ id: personId }] = await executor.insert(people).values(added).returning({ id: people.id });
  return { personId, role: added.role };
}

/**
 * Gives a person another role, which ends the links they made. Throws AppError 'not-found', or 'invalid' for the role of the
 * first, who stays the owner.
 */
export async function setRole(database: Database, personId: number, role: Role): Promise<void> {
  if (personId === ownerId && role !== 'owner')
    throw new AppError('invalid', `invalid role: ${role} (the first of the people stays an owner)`);
  await personOf(database, personId);
  await database.transaction(async (transaction) => {
    await transaction.update(people).set({ role }).where(eq(people.id, personId));
    await withdrawLinks(transaction, personId);
  });
}
