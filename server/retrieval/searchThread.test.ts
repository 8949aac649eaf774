import type { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { isAppError } from '../base/errors';
import { SearchThread } from './searchThread';

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
    expect((await thread.search(query)).matches).toMatchObject([{ trackId: 2 }]);
    const unasked = await faultOf(thread.search({ ...query, points: [] }));
    expect(isAppError(unasked)).toBe(false);
    expect(lost).toEqual([]);
  });

  it('that ends it is told to everybody who waits, and to the log where nobody does', async () => {
    const thread = startThread();
    await thread.store([{ trackId: 1, means }]);
    const asked = [faultOf(thread.search(query)), faultOf(thread.search(query))];
    await workerOf(thread).terminate();
    for (const fault of await Promise.all(asked)) {
      expect(isAppError(fault)).toBe(false);
      expect(fault).toMatchObject({ message: 'the search thread ended unexpectedly' });
      expect(fault.cause).toBeInstanceOf(Error);
    }
    expect(lost).toEqual([undefined]);
    expect(await faultOf(thread.search(query))).toMatchObject({ code: 'unavailable' });

    const idle = startThread();
    await idle.store([{ trackId: 1, means }]);
    await workerOf(idle).terminate();
    expect(lost.at(-1)).toMatchObject({ message: 'the search thread ended unexpectedly' });
  });

  it('is not what a search ends in that was given up', async () => {
    const thread = startThread();
    await thread.store([{ trackId: 1, means }]);
    const first = thread.search(query);
    const given = await faultOf(thread.search(query, AbortSignal.abort()));
    expect(given).toMatchObject({ code: 'unavailable' });
    expect((await first).searched).toBe(1);
  });
});
