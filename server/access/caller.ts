import { ownerId, roles, type Role } from '@/db/schema';
import { AppError } from '../base/errors';
import { accessLog } from './accessLog';

/** Who asks: whose corrections count in an answer, and whose name a correction is written under. */
export interface Caller {
  personId: number;
}

/** Who came in by a door, and in which role. */
export interface SignedInCaller extends Caller {
  role: Role;
  /** The session by which it was, … */
  sessionId?: number;
  /** … or the token of a person or tool; neither where it was by the token of the settings, or nobody has to sign in. */
  tokenId?: number;
}

/** Whoever uses the command line, and whoever is let in without signing in, is taken for the owner. */
export const owner: SignedInCaller = { personId: ownerId, role: 'owner' };

/** True where who has `role` may do what is open from `least` on: an owner all, a member what listeners may, too. */
export function hasRole(role: Role, least: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(least);
}

/**
 * Lets pass who may do what is open from the role `least` on.
 * @throws AppError 'signed-out' for nobody, 'forbidden' for who has a lesser role.
 */
export function requireRole(
  caller: SignedInCaller | undefined,
  least: Role,
): asserts caller is SignedInCaller {
  if (!caller) throw new AppError('signed-out', 'sign in first, or send an access token as a bearer token');
  if (hasRole(caller.role, least)) return;
  accessLog.warn({ person: caller.personId, role: caller.role, least }, 'what is beyond a role was refused');
  throw new AppError('forbidden', `invalid role: ${caller.role} (this is for ${whoMay[least]})`);
}

/** Keeps to people what a tool's token must not do, such as making further tokens. Throws AppError 'forbidden'. */
export function refuseTools({ tokenId }: SignedInCaller): void {
  if (tokenId !== undefined)
    throw new AppError('forbidden', 'invalid access token (accounts are changed by people, on the page)');
}

const whoMay: Record<Role, string> = {
  listener: 'whoever is signed in',
  member: 'members and the owner',
  owner: 'the owner',
};
