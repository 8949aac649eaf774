import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { createRandom } from '@/ml/random';
import { isAppError } from '../base/errors';
import { mostSearchesOfAsker } from './searchCounts';
import { SearchThread } from './searchThread';
import { largestQuestion } from './testing/largestQuestion.testing';
import { syntheticCurve } from './testing/syntheticCurves.testing';

const still = new Float32Array(40).fill(0.25);
const whole = encodeCurve({
  valence: still,
  arousal: still,
  valenceDeviation: still,
  arousalDeviation: still,
});
/** The first half of a curve's bytes: what the thread takes of it. */
const means = new Uint8Array(whole.slice(0, (whole.length + 1) / 2));
const query = {
  points: [{ t: 0, valence: 0.25, arousal: 0.25 }],
  scope: 'track',
  mode: 'level',
  limit: 3,
} as const;

const asking = { asker: '1', budgetMs: Infinity };

let lost: (Error | undefined)[] = [];
const threads: SearchThread[] = [];
function startThread(): SearchThread {
  const thread = new SearchThread((untold) => void lost.push(untold));
  threads.push(thread);
  return thread;
}
const workerOf = (thread: SearchThread) => (thread as unknown as { worker: Worker }).worker;

afterEach(async () => {
  lost = [];
  for (const thread of threads.splice(0)) await thread.stop();
});

const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: unknown) => error as Error,
  );

describe('a fault in the search thread', () => {
  it('is no refusal, tells where in the thread it happened, and leaves the thread at work', async () => {
    const thread = startThread();
    const broken = await faultOf(thread.store([{ trackId: 1, means: Uint8Array.of(9, 9, 9) }]));
    expect(isAppError(broken)).toBe(false);
    expect(broken.message).toContain('invalid curve version');
    expect(broken.stack).toContain('trajectoryWorker');
    await thread.store([{ trackId: 2, means }]);
    expect((await thread.search(query, asking)).matches).toMatchObject([{ trackId: 2 }]);
    const unasked = await faultOf(thread.search({ ...query, points: [] }, asking));
    expect(isAppError(unasked)).toBe(false);
    expect(lost).toEqual([]);
  });

  it('that ends it is told to everybody who waits, and to the log where nobody does', async () => {
    const thread = startThread();
    await thread.store([{ trackId: 1, means }]);
    const asked = [faultOf(thread.search(query, asking)), faultOf(thread.search(query, asking))];
    await workerOf(thread).terminate();
    for (const fault of await Promise.all(asked)) {
      expect(isAppError(fault)).toBe(false);
      expect(fault).toMatchObject({ message: 'the search thread ended unexpectedly' });
      expect(fault.cause).toBeInstanceOf(Error);
    }
    expect(lost).toEqual([undefined]);
    expect(await faultOf(thread.search(query, asking))).toMatchObject({ code: 'unavailable' });

    const idle = startThread();
    await idle.store([{ trackId: 1, means }]);
    await workerOf(idle).terminate();
    expect(lost.at(-1)).toMatchObject({ message: 'the search thread ended unexpectedly' });
  });

  it('is not what a thread ends in that is stopped: whoever waits is refused, and nobody hangs', async () => {
    const thread = startThread();
    const waiting = [faultOf(thread.store([{ trackId: 1, means }])), faultOf(thread.search(query, asking))];
    await thread.stop();
    for (const fault of await Promise.all(waiting)) expect(fault).toMatchObject({ code: 'unavailable' });
    expect(lost).toEqual([]);
  });

  it('is not what a search ends in that was given up', async () => {
    const thread = startThread();
    await thread.store([{ trackId: 1, means }]);
    const first = thread.search(query, asking);
    const given = await faultOf(thread.search(query, { ...asking, signal: AbortSignal.abort() }));
    expect(given).toMatchObject({ code: 'unavailable' });
    expect((await first).searched).toBe(1);
  });
});

/** Enough for the largest question to take seconds, and for a small one to take milliseconds. */
async function threadOfLibrary(): Promise<SearchThread> {
  const thread = startThread();
  const random = createRandom(1, 'search thread');
  const deviations = { valenceDeviation: new Float32Array(400), arousalDeviation: new Float32Array(400) };
  const curves = Array.from({ length: 300 }, (_, trackId) => {
    const bytes = encodeCurve({ ...syntheticCurve(random, [0.1, 0.3], 400), ...deviations });
    return { trackId, means: new Uint8Array(bytes.slice(0, (bytes.length + 1) / 2)) };
  });
  await thread.store(curves);
  return thread;
}

describe('searches in the thread', () => {
  it('of others are answered before a large one that came first has ended', async () => {
    const thread = await threadOfLibrary();
    const order: string[] = [];
    const asked = (name: string, search: Promise<unknown>) => search.then(() => order.push(name));
    const control = new AbortController();
    const large = thread.search(largestQuestion, { ...asking, asker: '1', signal: control.signal });
    asked('large', large).catch(() => undefined);
    await Promise.all([
      asked('another’s', thread.search(query, { ...asking, asker: '2' })),
      asked('the same person’s', thread.search(query, { ...asking, asker: '1' })),
      asked('curves', thread.store([{ trackId: 1, means }])),
    ]);
    expect(order).not.toContain('large');
    control.abort();
    expect(await faultOf(large)).toMatchObject({ code: 'unavailable' });
  }, 60_000);

  it('end when they are given up, and others go on', async () => {
    const thread = await threadOfLibrary();
    const control = new AbortController();
    const large = faultOf(thread.search(largestQuestion, { ...asking, signal: control.signal }));
    await thread.search(query, { ...asking, asker: '2' });
    control.abort();
    expect(await large).toMatchObject({ code: 'unavailable' });
    expect((await thread.search(query, asking)).exact).toBe(true);
  }, 60_000);

  it('answer by the best so far when their time is spent', async () => {
    const thread = await threadOfLibrary();
    const answer = await thread.search(largestQuestion, { ...asking, budgetMs: 300 });
    expect(answer.exact).toBe(false);
    expect(answer.compared).toBeLessThan(answer.searched);
  }, 60_000);

  it('of one asker are refused beyond what may wait, and nobody else’s', async () => {
    const thread = startThread();
    await thread.store([{ trackId: 1, means }]);
    const waiting = Array.from({ length: mostSearchesOfAsker }, () => thread.search(query, asking));
    expect(await faultOf(thread.search(query, asking))).toMatchObject({ code: 'too-many' });
    await thread.search(query, { ...asking, asker: '2' });
    await Promise.all(waiting);
    await thread.search(query, asking);
  });
});
