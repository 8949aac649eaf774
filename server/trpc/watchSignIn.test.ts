import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownerId } from '@/db/schema';
import { callerHeaders } from '../access/callerHeader';
import type { SignedInCaller } from '../access/caller';
import { beginSession, endSessions, listSessions } from '../access/sessions';
import { handleTrpc } from './handleTrpc';
import { openTestHouse, type TestHouse } from './testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(1);
});
afterAll(async () => {
  // Looks at the queue that are under way end by themselves.
  await new Promise((go) => setTimeout(go, 1000));
  await house.close();
});

/** What follows the queue live, as a browser does. */
async function follow(caller: SignedInCaller) {
  const leaving = new AbortController();
  const headers = { accept: 'text/event-stream', ...callerHeaders(caller) };
  const request = new Request('http://house/api/trpc/catalogue.onQueue', { headers, signal: leaving.signal });
  const { body } = await handleTrpc(request);
  const reader = (body as ReadableStream<Uint8Array>).getReader();
  await reader.read();
  let isOver = false;
  const end = (async () => {
    while (!(await reader.read()).done);
    isOver = true;
  })();
  return { end, isOver: () => isOver, leave: () => leaving.abort() };
}

describe('what is told as it happens', () => {
  it('ends within seconds of the session, wherever that was ended, and not before', async () => {
    const { database } = house.library;
    await beginSession(database, { personId: ownerId, address: '::1', browser: 'Firefox' });
    const [{ sessionId }] = await listSessions(database);
    const live = await follow({ personId: ownerId, role: 'owner', sessionId });
    await new Promise((go) => setTimeout(go, 2500));
    expect(live.isOver()).toBe(false);
    await endSessions(database, ownerId);
    await live.end;
  }, 10_000);

  it('ends when whoever follows it goes', async () => {
    const live = await follow({ personId: ownerId, role: 'owner' });
    live.leave();
    await live.end;
  });
});
