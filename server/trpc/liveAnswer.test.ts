import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { eq } from 'drizzle-orm';
import { ownerId, people } from '@/db/schema';
import { callerHeaders } from '../access/callerHeader';
import { owner, type SignedInCaller } from '../access/caller';
import { beginSession, endSessions, listSessions } from '../access/sessions';
import { handleTrpc } from './handleTrpc';
import { forListeners, router } from './init';
import { openTestHouse, type TestHouse } from './testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(1);
});
afterAll(async () => {
  // Looks at the queue that are under way end by themselves.
  await new Promise((go) => setTimeout(go, 300));
  await house.close();
});

/** The timers that look after sessions are the only intervals here: they go on when a test says so, and are counted. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => void vi.useRealTimers());
const lookAgain = () => vi.advanceTimersByTimeAsync(2000);

interface Asked {
  accept?: string;
  method?: string;
  signal?: AbortSignal;
}

function ask(caller: SignedInCaller, { accept, method, signal }: Asked = {}): Promise<Response> {
  const type = method === 'POST' && { 'content-type': 'application/json' };
  const headers = { ...(accept && { accept }), ...type, ...callerHeaders(caller) };
  return handleTrpc(new Request('http://house/api/trpc/catalogue.onQueue', { method, headers, signal }));
}

/** What follows the queue live, as a browser does. */
async function follow(caller: SignedInCaller, asked?: Asked) {
  const { body } = await ask(caller, asked);
  const reader = body!.getReader();
  await reader.read();
  let isOver = false;
  const end = (async () => {
    while (!(await reader.read()).done);
    isOver = true;
  })();
  return { end, isOver: () => isOver, leave: () => reader.cancel() };
}

async function newSession(): Promise<SignedInCaller> {
  const { database } = house.library;
  await beginSession(database, { personId: ownerId, address: '::1', browser: 'Firefox' });
  const [{ sessionId }] = await listSessions(database);
  return { personId: ownerId, role: 'owner', sessionId };
}

const askings: Asked[] = [
  { accept: 'text/event-stream' },
  { accept: '*/*' },
  { accept: 'text/event-stream, */*' },
  {},
  { accept: 'text/event-stream', method: 'POST' },
];

describe('what is told as it happens', () => {
  it.each(askings)(
    'outlived its session unless it was asked for just as browsers do: $accept $method',
    async (asked) => {
      const live = await follow(await newSession(), asked);
      await lookAgain();
      expect(live.isOver()).toBe(false);
      await endSessions(house.library.database, ownerId);
      await lookAgain();
      await live.end;
      expect(vi.getTimerCount()).toBe(0);
    },
  );

  it('is made no longer for whoever was signed out: its procedure ends with its session', async () => {
    const caller = await newSession();
    let wanted: AbortSignal | undefined;
    const told = router({
      news: forListeners.subscription(async function* ({ signal }) {
        wanted = signal;
        yield 'first';
        await new Promise((go) => signal?.addEventListener('abort', go));
      }),
    });
    const request = new Request('http://house/api/trpc/news', { headers: callerHeaders(caller) });
    const reader = (await handleTrpc(request, told)).body!.getReader();
    await reader.read();
    await endSessions(house.library.database, ownerId);
    expect(wanted?.aborted).toBe(false);
    await lookAgain();
    while (!(await reader.read()).done);
    expect(wanted?.aborted).toBe(true);
  });

  it('ends where its asker has another role now', async () => {
    const { database } = house.library;
    const live = await follow(await newSession(), { accept: '*/*' });
    await database.update(people).set({ role: 'listener' }).where(eq(people.id, ownerId));
    await lookAgain();
    await live.end;
    await database.update(people).set({ role: 'owner' }).where(eq(people.id, ownerId));
  });

  it('ends when whoever follows it goes', async () => {
    const leaving = new AbortController();
    const live = await follow(owner, { signal: leaving.signal });
    expect(vi.getTimerCount()).toBe(1);
    leaving.abort();
    await live.end;
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the looking after a session', () => {
  it('went on for ever where nothing was told, or nobody stayed to hear it', async () => {
    const accept = 'text/event-stream';
    await ask(owner, { accept, method: 'HEAD' });
    await ask(owner, { accept, method: 'PUT' });
    await ask(owner, { accept, signal: AbortSignal.abort() });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('went on for ever where an answer was let go', async () => {
    const live = await follow(owner, { accept: 'text/event-stream' });
    await live.leave();
    expect(vi.getTimerCount()).toBe(0);
    await (await ask(owner)).body?.cancel();
    expect(vi.getTimerCount()).toBe(0);
  });
});
