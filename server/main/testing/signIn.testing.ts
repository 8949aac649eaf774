import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { eq, sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { accessTokens, invitations, people, sessions, type Role } from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { Attempts } from '../../access/attempts';
import { callerOf } from '../../access/callerHeader';
import { Gate } from '../../access/gate';
import { Guesses } from '../../access/guesses';
import { passwordHash } from '../../access/passwords/passwordHash';
import { addPerson } from '../../access/people';
import { SignIns } from '../../access/signIns';
import { readSettings } from '../../base/settings';
import { sendJson } from '../../http/answers';
import { provideServices, type Services } from '../../services';
import { signInRoutes } from '../signInRoutes';
import { createWebServer } from '../webServer';

export const token = 'a-long-enough-secret';
/** Of everybody in it. */
export const password = 'four words of my own';

/** A library in which nobody is named before a test names them, and servers that tell whom they let in. */
export function signInHouse() {
  let library: TestDatabase;
  let hash: string;
  const servers: StartedServer[] = [];
  beforeAll(async () => {
    library = await openTestDatabase();
    hash = await passwordHash(password);
  });
  beforeEach(async () => {
    const { database } = library;
    for (const table of [sessions, accessTokens, invitations]) await database.delete(table);
    await database.delete(people).where(sql`id > 1`);
    await database.update(people).set({ name: 'owner', passwordHash: null }).where(eq(people.id, 1));
  });
  afterEach(() => {
    for (const { server, faults } of servers.splice(0)) {
      server.close();
      expect(faults).toEqual([]);
    }
  });
  afterAll(() => library.close());

  const addNamed = async (name: string, role?: Role) => {
    const { personId } = await addPerson(library.database, { name, role });
    await library.database.update(people).set({ passwordHash: hash }).where(eq(people.id, personId));
    return personId;
  };
  return {
    database: () => library.database,
    nameOwner: () => addNamed('Anna'),
    addBen: () => addNamed('Ben', 'listener'),
    addCarl: () => addNamed('Carl', 'owner'),
    /** Answers that are held back take no time, and are noted; or are held until they are let go. */
    startServer: async (variables: Record<string, string> = {}, { areHeld = false } = {}) => {
      const started = await startServer(library, areHeld, variables);
      servers.push(started);
      return started;
    },
  };
}

/** A real server that tells whom it let in. Its faults are gathered. */
async function startServer({ database }: TestDatabase, areHeld: boolean, variables: Record<string, string>) {
  const settings = readSettings(variables);
  const waits: number[] = [];
  let letGo = () => {};
  const gone = areHeld ? new Promise<void>((go) => (letGo = go)) : Promise.resolve();
  const attempts = new Attempts((ms) => {
    waits.push(ms);
    return gone;
  });
  const signIns = new SignIns({ database, settings, guesses: new Guesses(database, attempts) });
  provideServices({ settings, database, signIns } as Services);
  const faults: unknown[] = [];
  const server = createWebServer({
    gate: new Gate(settings, false, signIns),
    routes: signInRoutes(),
    pages: (incoming, response) => {
      sendJson(response, 200, callerOf(incoming.headers) ?? null);
      return Promise.resolve();
    },
    onFault: (error) => faults.push(error),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, waits, letGo, signIns, server, faults };
}

type StartedServer = Awaited<ReturnType<typeof startServer>>;

interface Asked {
  cookie?: string;
  bearer?: string;
  body?: object;
  /** Where from, of this machine's many addresses. */
  from?: string;
  headers?: Record<string, string>;
}

export function ask(port: number, path: string, { cookie, bearer, body, from, headers }: Asked = {}) {
  return new Promise<{ status: number; cookie: string; setCookie: string; told: unknown }>(
    (resolve, reject) => {
      const sent = request(
        {
          ...{ port, host: '127.0.0.1', path, localAddress: from, method: body ? 'POST' : 'GET' },
          headers: {
            ...headers,
            ...(cookie && { cookie }),
            ...(bearer && { authorization: `Bearer ${bearer}` }),
          },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (piece: string) => (text += piece));
          response.on('end', () => {
            const setCookie = String(response.headers['set-cookie'] ?? '');
            const told = JSON.parse(text) as unknown;
            resolve({ status: response.statusCode ?? 0, setCookie, cookie: setCookie.split(';')[0], told });
          });
        },
      );
      sent.on('error', reject).end(body && JSON.stringify(body));
    },
  );
}
