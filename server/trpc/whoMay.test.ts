import { TRPCError } from '@trpc/server';
import { describe, expect, it } from 'vitest';
import { roles, type Role } from '@/db/schema';
import { hasRole, type SignedInCaller } from '../access/caller';
import type { Services } from '../services';
import { appRouter } from './router';

/** Who may put which question, as it was decided. What is new has to be written here too. */
const decided: Record<Role, string> = {
  listener: `
    catalogue: correct genres intentions marks onQueue queue summary track trackIds trackRange tracks uncorrect
    film: fitLength match projects.file projects.get projects.list render sectionLevel trackEvents
    models: list
    people: account.changePassword account.endOtherSessions account.endSession account.makeToken account.revokeToken account.sessions account.tokens
    research: featureMaps model models piece pieces
    retrieval: alongCue alongTrajectory nearPoint similarTo
    studies: analyses.compare analyses.get analyses.list analyses.methods analyses.region analyses.result analyses.tables check features get list networks`,
  member: `
    catalogue: cancel dismiss jobs join part problems retry
    eeg: models.cancel models.get models.list models.remove models.train nearestRecordings query recordings.entropy recordings.get recordings.remeasure recordings.remove recordings.setParticipant studies.begin studies.create studies.get studies.list studies.presence studies.remove studies.rename tracks.set trials.set
    film: projects.bring projects.create projects.duplicate projects.remove projects.rename projects.save projects.share
    studies: analyses.cancel analyses.remove analyses.start begin cancelJobs computeFeatures create fileColumns mapping mappingFaults readFiles remove removeFile rename setStimulus share unpackFile`,
  owner: `
    catalogue: readTags remove rescan unwatch watch watched
    people: endSessions invitations invite list nameOwner remove setRole withdraw`,
};

interface Stated {
  _def: { type: 'query' | 'mutation' | 'subscription'; meta?: { may: Role } };
}
const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Stated>);
const paths = procedures.map(([path]) => path);

/** A service that is touched says that the question was let through. */
const reached = new Proxy({} as Services, {
  get() {
    throw new Error('reached');
  },
});

/**
 * What a question with nothing in it comes to: 401, 403, or let through, which it was where its input is asked for, a
 * service reached, or an answer given; anything else is a fault.
 */
async function outcomeOf(path: string, role: Role | 'nobody'): Promise<string> {
  const caller: SignedInCaller | undefined = role === 'nobody' ? undefined : { personId: 9, role };
  const ask = path
    .split('.')
    .reduce<unknown>(
      (part, name) => (part as Record<string, unknown>)[name],
      appRouter.createCaller({ services: reached, caller }),
    ) as () => Promise<unknown>;
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof TRPCError)) return `a fault: ${String(error)}`;
    if (error.code === 'UNAUTHORIZED') return 'signed-out';
    if (error.code === 'FORBIDDEN') return 'forbidden';
    const isLetIn = error.code === 'BAD_REQUEST' || error.message === 'reached';
    return isLetIn ? 'let in' : `a fault: ${error.message}`;
  }
  return 'let in';
}

function decidedPaths(role: Role): string[] {
  return decided[role]
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [router, names] = line.trim().split(': ');
      return names.split(' ').map((name) => `${router}.${name}`);
    })
    .toSorted();
}

describe('every procedure', () => {
  it.each(roles)('is open from the role on that was decided: %s', (role) => {
    const stated = procedures.filter(([, { _def }]) => _def.meta?.may === role).map(([path]) => path);
    expect(stated.toSorted()).toEqual(decidedPaths(role));
  });

  it('states who may', () => {
    expect(procedures.filter(([, { _def }]) => _def.meta === undefined)).toEqual([]);
    expect(roles.flatMap(decidedPaths).toSorted()).toEqual(paths.toSorted());
  });

  it('asks nobody in', async () => {
    for (const path of paths) expect([path, await outcomeOf(path, 'nobody')]).toEqual([path, 'signed-out']);
  });

  it.each(roles)('lets in or refuses as it states: %s', async (role) => {
    for (const [path, { _def }] of procedures) {
      const may = hasRole(role, _def.meta?.may ?? 'owner');
      expect([path, await outcomeOf(path, role)]).toEqual([path, may ? 'let in' : 'forbidden']);
    }
  });
});
