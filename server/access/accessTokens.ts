import { and, asc, eq, gt, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/open';
import { accessTokens, people, roles, type Role } from '@/db/schema';
import { AppError } from '../base/errors';
import { hasRole, type Caller, type SignedInCaller } from './caller';
import { isMarkedBy, markBy, newSecret, secretHash } from './secret';

/** By this they are told from other secrets, also by programs that look for secrets in files. */
const prefix = 'cx_';
const form = new RegExp(`^${prefix}[\\w-]{43}$`);
/** Tokens of one person. */
const mostTokens = 100;
const notedEverySeconds = 60;

/** What a new token is to be. */
export const newToken = z.object({
  name: z.string().trim().min(1).max(100),
  /** What it may do at most; all that its person may, where it is left out. */
  role: z.enum(roles).optional(),
  /** Days until it runs out; never, where it is left out. */
  days: z.int().min(1).max(3650).optional(),
});

export type NewToken = z.infer<typeof newToken>;

/** A token as its person sees it. */
export interface TokenSummary {
  tokenId: number;
  personId: number;
  name: string;
  role: Role | null;
  madeAt: Date;
  usedAt: Date | null;
  expiresAt: Date | null;
}

/** Whose a token is to be, and the access token of the settings where they came in by that: with it the new one ends. */
interface TokenMaker extends Caller {
  accessToken?: string;
}

/** Makes a token. Returns it: it is shown once and kept nowhere. Throws AppError 'conflict' or 'too-many'. */
export async function makeToken(
  executor: Executor,
  { personId, accessToken }: TokenMaker,
  { name, role, days }: NewToken,
): Promise<string> {
  if ((await executor.$count(accessTokens, eq(accessTokens.personId, personId))) >= mostTokens)
    throw new AppError('too-many', `there are ${mostTokens} access tokens: revoke some first`);
  const secret = prefix + newSecret();
  const hash = secretHash(secret);
  const tokenMark = accessToken === undefined ? null : markBy(accessToken, hash);
  const expiresAt = days === undefined ? null : new Date(Date.now() + days * 24 * 3600 * 1000);
  const made = await executor
    .insert(accessTokens)
    .values({ personId, name, role, tokenMark, expiresAt, secretHash: hash })
    .onConflictDoNothing()
    .returning({ id: accessTokens.id });
  if (made.length === 0)
    throw new AppError('conflict', `invalid name: ${name} (you have a token of this name: revoke it first)`);
  return secret;
}

/** Whose token this is, in the lesser of both roles; undefined where it is none (any more). Its use is noted. */
export async function callerByToken(
  executor: Executor,
  secret: string,
  accessToken: string | undefined,
): Promise<SignedInCaller | undefined> {
  if (!form.test(secret)) return undefined;
  const found = await findToken(executor, eq(accessTokens.secretHash, secretHash(secret)), accessToken);
  if (found) await noteUse(executor, found.tokenId);
  return found;
}

/** The role in which a token lets in; undefined once it was revoked or has run out. */
export async function roleOfToken(
  executor: Executor,
  tokenId: number,
  accessToken: string | undefined,
): Promise<Role | undefined> {
  return (await findToken(executor, eq(accessTokens.id, tokenId), accessToken))?.role;
}

async function findToken(executor: Executor, which: SQL, accessToken: string | undefined) {
  const isAlive = or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, sql`now()`));
  const [found] = await executor
    .select({
      ...{ tokenId: accessTokens.id, personId: people.id, most: accessTokens.role, role: people.role },
      ...{ mark: accessTokens.tokenMark, hash: accessTokens.secretHash },
    })
    .from(accessTokens)
    .innerJoin(people, eq(people.id, accessTokens.personId))
    .where(and(which, isAlive));
  if (!found || !isMarkedBy(accessToken, found)) return undefined;
  const { tokenId, personId, most, role } = found;
  return { personId, tokenId, role: most !== null && hasRole(role, most) ? most : role };
}

async function noteUse(executor: Executor, tokenId: number): Promise<void> {
  const before = sql`now() - make_interval(secs => ${notedEverySeconds})`;
  await executor
    .update(accessTokens)
    .set({ usedAt: sql`now()` })
    .where(
      and(eq(accessTokens.id, tokenId), or(isNull(accessTokens.usedAt), lt(accessTokens.usedAt, before))),
    );
}

/** The tokens of a person, or of all, by their names. */
export async function listTokens(executor: Executor, personId?: number): Promise<TokenSummary[]> {
  const { id: tokenId, personId: person, name, role, madeAt, usedAt, expiresAt } = accessTokens;
  return executor
    .select({ tokenId, personId: person, name, role, madeAt, usedAt, expiresAt })
    .from(accessTokens)
    .where(personId === undefined ? undefined : eq(person, personId))
    .orderBy(asc(person), asc(name));
}

/** Revokes a token of the caller's. Throws AppError 'not-found'. */
export async function revokeToken(executor: Executor, { personId }: Caller, tokenId: number): Promise<void> {
  const revoked = await executor
    .delete(accessTokens)
    .where(and(eq(accessTokens.id, tokenId), eq(accessTokens.personId, personId)))
    .returning({ id: accessTokens.id });
  if (revoked.length === 0)
    throw new AppError('not-found', `invalid tokenId: ${tokenId} (you have no token of this number)`);
}
