import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { callerHeaders } from '@/server/access/callerHeader';
import { roles, type Role } from '@/db/schema';
import { hasRole } from '@/server/access/caller';
import { provideServices, type Services } from '@/server/services';

/** Every route of Next with whom it is for, as it was decided. What is new has to be written here too. */
const decided: Record<string, Role> = {
  'studies/[id]/analyses/[analysis]/report.html/route.ts': 'listener',
  'tracks/[id]/[document]/route.ts': 'listener',
};
/** Of tRPC every procedure states it: server/trpc/whoMay.test.ts. */
const ofProcedures = 'trpc/[trpc]/route.ts';

const folder = import.meta.dirname;
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => relative(folder, join(folder, file)));

type Handler = ((request: Request, context: unknown) => Promise<Response>) & { may?: Role };
const handlersOf = async (file: string) =>
  Object.entries((await import(join(folder, file))) as Record<string, unknown>).filter(
    (entry): entry is [string, Handler] => typeof entry[1] === 'function',
  );

describe('every route of Next', () => {
  it('is written down', () =>
    expect(files.toSorted()).toEqual([...Object.keys(decided), ofProcedures].toSorted()));

  it.each(Object.entries(decided))('states who may, and keeps to it: %s', async (file, may) => {
    provideServices({} as Services);
    const params = Promise.resolve({ id: 'none', document: 'none', analysis: 'none' });
    for (const [, handler] of await handlersOf(file)) {
      expect(handler.may).toBe(may);
      expect((await handler(new Request('http://house/'), { params })).status).toBe(401);
      for (const role of roles) {
        const headers = callerHeaders({ personId: 9, role });
        const { status } = await handler(new Request('http://house/', { headers }), { params });
        // What is let in is refused for its address, before any service is asked.
        expect([role, status]).toEqual([role, hasRole(role, may) ? 400 : 403]);
      }
    }
  });
});
