import { and, desc, eq, gt, isNotNull, lte, ne, notInArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { people, sessions, type Role } from '@/db/schema';
import { AppError } from '../base/errors';
import type { Caller, SignedInCaller } from './caller';
import { isMarkedBy, markBy, newSecret, secretHash } from './secret';

/** How long a session lasts, whatever is done in it. */
export const sessionSeconds = 30 * 24 * 3600;
/** How long one may go unused. */
const idleSeconds = 14 * 24 * 3600;
/** A use is noted this often at most. */
const notedEverySeconds = 60;
/** Sessions of one person: with more, those that were not used for longest end. */
const mostSessions = 50;

/** A session that begins. */
export interface NewSession {
  personId: number;
  /** The access token of the settings, where it was signed in by: with another one the session ends. */
  accessToken?: string;
  address: string;
  browser: string;
}

/** A session as its person sees it. */
export interface SessionSummary {
  sessionId: number;
  personId: number;
  address: string;
  browser: string;
  madeAt: Date;
  seenAt: Date;
}

/** Begins a session. Returns the secret that its browser keeps. */
export async function beginSession(executor: Executor, session: NewSession): Promise<string> {
  const { personId, accessToken, address, browser } = session;
  const secret = newSecret();
  const hash = secretHash(secret);
  await executor.delete(sessions).where(lte(sessions.expiresAt, sql`now()`));
  await executor.insert(sessions).values({
    ...{ personId, address, browser, secretHash: hash },
    tokenMark: accessToken === undefined ? null : markBy(accessToken, hash),
    expiresAt: new Date(Date.now() + sessionSeconds * 1000),
  });
  await endOldest(executor, personId);
  return secret;
}

async function endOldest(executor: Executor, personId: number): Promise<void> {
  const kept = await executor
    .select({ id: sessions.id })
    .from(sessions)
    .where(eq(sessions.personId, personId))
    .orderBy(desc(sessions.seenAt), desc(sessions.id))
    .limit(mostSessions);
  const ids = kept.map(({ id }) => id);
  await executor.delete(sessions).where(and(eq(sessions.personId, personId), notInArray(sessions.id, ids)));
}

/** Who has the session of this secret, which is noted as seen; undefined where there is none (any more). */
export async function callerBySession(
  executor: Executor,
  secret: string,
  accessToken: string | undefined,
): Promise<SignedInCaller | undefined> {
  const hash = secretHash(secret);
  const [found] = await executor
    .select({
      sessionId: sessions.id,
      personId: people.id,
      role: people.role,
      mark: sessions.tokenMark,
      stale,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.secretHash, hash), isAlive));
  if (!found) return undefined;
  const { mark, stale: isStale, ...caller } = found;
  if (!isMarkedBy(accessToken, { mark, hash })) return undefined;
  if (isStale)
    await executor
      .update(sessions)
      .set({ seenAt: sql`now()` })
      .where(eq(sessions.id, caller.sessionId));
  return caller;
}

/** True for a session that began with the access token of the settings. */
export async function isByAccessToken(executor: Executor, sessionId: number): Promise<boolean> {
  return (
    (await executor.$count(sessions, and(eq(sessions.id, sessionId), isNotNull(sessions.tokenMark)))) > 0
  );
}

/** The role of who has this session; undefined once it has ended. */
export async function roleOfSession(executor: Executor, sessionId: number): Promise<Role | undefined> {
  const [found] = await executor
    .select({ role: people.role })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.id, sessionId), isAlive));
  return found?.role;
}

const secondsAgo = (seconds: number) => sql`now() - make_interval(secs => ${seconds})`;
const stale = sql<boolean>`${sessions.seenAt} < ${secondsAgo(notedEverySeconds)}`;
const isAlive = and(gt(sessions.expiresAt, sql`now()`), gt(sessions.seenAt, secondsAgo(idleSeconds)));

/** The sessions of a person, or of all, the one that was used last before the others. */
export async function listSessions(executor: Executor, personId?: number): Promise<SessionSummary[]> {
  const { id: sessionId, personId: person, address, browser, madeAt, seenAt } = sessions;
  return executor
    .select({ sessionId, personId: person, address, browser, madeAt, seenAt })
    .from(sessions)
    .where(and(isAlive, personId === undefined ? undefined : eq(person, personId)))
    .orderBy(desc(seenAt), desc(sessionId));
}

/** Ends one session of the caller. Throws AppError 'not-found'. */
export async function endSession(executor: Executor, { personId }: Caller, sessionId: number): Promise<void> {
  const ended = await executor
    .delete(sessions)
    .where(and(eq(sessions.id, sessionId), eq(sessions.personId, personId)))
    .returning({ id: sessions.id });
  if (ended.length === 0)
    throw new AppError('not-found', `invalid sessionId: ${sessionId} (you have no session of this number)`);
}

/** Ends the session of this secret. False where there is none. */
export async function endSessionOf(executor: Executor, secret: string): Promise<boolean> {
  const ended = await executor
    .delete(sessions)
    .where(eq(sessions.secretHash, secretHash(secret)))
    .returning({ id: sessions.id });
  return ended.length > 0;
}

/** Ends all sessions of a person, but the one that is named. Returns how many. */
export async function endSessions(executor: Executor, personId: number, kept?: number): Promise<number> {
  const ended = await executor
    .delete(sessions)
    .where(and(eq(sessions.personId, personId), kept === undefined ? undefined : ne(sessions.id, kept)))
    .returning({ id: sessions.id });
  return ended.length;
}
