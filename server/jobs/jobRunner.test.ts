import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '@/db/open';
import { batches, jobs } from '@/db/schema';
import { makeTestDirectory, openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { defaultLimits } from '../analysis/analysisClient';
import { cancelJobs } from './cancelJobs';
import { dismissJobs } from './dismissJobs';
import { enqueueJobs, openBatch, type NewJob } from './enqueueJobs';
import type { JobEnd, JobKind } from './jobKind';
import { claimJob } from './jobLeases';
import { JobRunner } from './jobRunner';
import { newLeaseOwner } from './leaseOwner';
import { problems } from './problems';
import { queueStatus } from './queueStatus';
import { retryJobs } from './retryJobs';
import { sumJob, sumKind, untilStopped, type SumPayload } from './testing/sumKind.testing';

/** Processes are looked up where Linux lists them. */
const hasProc = existsSync('/proc/self/stat');

let catalogue: TestDatabase;
let database: Database;
const faults: unknown[] = [];
const runners: JobRunner[] = [];

beforeAll(async () => {
  catalogue = await openTestDatabase();
  database = catalogue.database;
});
afterAll(() => catalogue.close());
beforeEach(async () => {
  await database.delete(batches);
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  expect(faults.splice(0)).toEqual([]);
});

function start(kind: JobKind<SumPayload>, on = database): void {
  const onFault = (error: unknown) => faults.push(error);
  const runner = new JobRunner({ database: on, kinds: [kind], workers: 1, onFault });
  runners.push(runner);
  runner.start();
}

async function enqueue(job: Partial<NewJob<SumPayload>> = {}, on = database) {
  const batchId = await openBatch(on, 'Sums');
  const sums = [{ payload: { upTo: 4 }, label: 'Sum up to 4', ...job }];
  return enqueueJobs(on, sumJob, { batchId, jobs: sums });
}

async function theJob(on = database) {
  const [job] = await on.select().from(jobs);
  return job;
}

async function untilState(state: string, on = database): Promise<void> {
  while ((await theJob(on)).state !== state) await sleep(20);
}

/** Ends the first job so, and lets later ones be done. */
const atFirst = (end: JobEnd) => {
  let asked = 0;
  return () => Promise.resolve(asked++ === 0 ? end : undefined);
};

describe('a kind of job of one file and one line', () => {
  it('is done, and keeps its result', async () => {
    await enqueue();
    start(sumKind());
    await untilState('done');
    expect(await theJob()).toMatchObject({
      result: { sum: 10 },
      progress: 1,
      warning: null,
      leaseOwner: null,
    });
  });

  it('shows what it is called and how far it is, and is stopped within moments when cancelled', async () => {
    await enqueue({ weight: 50 });
    start(sumKind(untilStopped));
    for (;;) {
      const { current, running, batches: open } = await queueStatus(database);
      if (current.some(({ progress }) => progress === 0.5)) {
        expect(current).toMatchObject([{ label: 'Sum up to 4' }]);
        expect([running, open[0]]).toMatchObject([1, { label: 'Sums', total: 1, open: true }]);
        break;
      }
      await sleep(50);
    }
    expect(await cancelJobs(database)).toBe(1);
    await untilState('cancelled');
    expect(await queueStatus(database)).toMatchObject({ running: 0, current: [] });
  });

  it('fails with its reason, is listed so, and tried again when that is wanted', async () => {
    await enqueue({ detail: 'whole numbers from 1 to 4' });
    start(sumKind(atFirst({ kind: 'failed', code: 'unreadable', reason: 'it lost count' })));
    await untilState('failed');
    const { total, rows } = await problems(database, 10);
    expect(total).toBe(1);
    expect(rows).toMatchObject([
      {
        label: 'Sum up to 4',
        detail: 'whole numbers from 1 to 4',
        state: 'failed',
        failure: 'it lost count',
      },
    ]);
    expect(await retryJobs(database, [rows[0].jobId])).toBe(1);
    await untilState('done');
    expect(await theJob()).toMatchObject({ result: { sum: 10 }, failure: null, failureCode: null });
  });

  it('is forgotten when its failure is dismissed, after its kind was told', async () => {
    await enqueue();
    const told: unknown[] = [];
    const kind: JobKind<SumPayload> = {
      ...sumKind(atFirst({ kind: 'failed', code: 'unreadable', reason: 'it lost count' })),
      whenFailed: (_, jobId) => Promise.resolve(void told.push(['failed', jobId])),
      whenForgotten: (_, jobIds) => {
        told.push(['forgotten', jobIds]);
        return Promise.resolve(() => Promise.resolve(void told.push('gone')));
      },
    };
    start(kind);
    await untilState('failed');
    const { id } = await theJob();
    expect(await dismissJobs({ database, kinds: [kind] }, 'all')).toBe(1);
    expect(told).toEqual([['failed', id], ['forgotten', [id]], 'gone']);
    expect(await theJob()).toBeUndefined();
  });

  it('is done again when its process ended, and fails the third time', async () => {
    await enqueue();
    start(sumKind(atFirst({ kind: 'died', reason: 'no memory' })));
    await untilState('done');
    expect(await theJob()).toMatchObject({ attempts: 1, result: { sum: 10 } });

    await database.delete(batches);
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await enqueue();
    start(sumKind(() => Promise.resolve({ kind: 'died', reason: 'no memory' })));
    await untilState('failed');
    expect((await theJob()).failure).toMatch(/ended its process three times.*no memory/);
  });

  it('is taken with a payload of its shape only, when queued and when claimed', async () => {
    await expect(enqueue({ payload: { upTo: 0 } })).rejects.toThrow(/upTo/);
    await enqueue();
    await database.update(jobs).set({ payload: { upTo: 'four' } });
    start(sumKind());
    await untilState('failed');
    expect(await theJob()).toMatchObject({ failureCode: 'invalid' });
    expect((await theJob()).failure).toMatch(/^invalid payload: \{"upTo":"four"\} \(.*upTo/s);
  });

  it('has one open job under a key, and is left alone by those who do not know it', async () => {
    expect(await enqueue({ exclusiveKey: 'sum:4' })).toHaveLength(1);
    expect(await enqueue({ exclusiveKey: 'sum:4' })).toHaveLength(0);
    expect(await claimJob(database, newLeaseOwner(), ['import'])).toBeNull();
    expect(await claimJob(database, newLeaseOwner(), ['import', 'sum'])).toMatchObject({ kind: 'sum' });
    expect(await enqueue({ exclusiveKey: 'sum:4' })).toHaveLength(0);
    await cancelJobs(database);
    expect(await enqueue({ exclusiveKey: 'sum:4' })).toHaveLength(1);
  });

  const full = () => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));
  it.each([
    ['in its work', full],
    ['as it is written', () => Promise.resolve({ kind: 'done' as const, write: full })],
  ])('fails in words where the disk is full %s, and is not begun for ever', async (_, work) => {
    await enqueue();
    start(sumKind(work));
    await untilState('failed');
    expect(await theJob()).toMatchObject({
      ...{ failureCode: 'too-large', failure: 'the disk is full: free some space', leaseOwner: null },
    });
  });

  it('is alone under a key until its end is written', async () => {
    const batchId = await openBatch(database, 'Sums');
    const two = ['one', 'other'].map((label) => ({ payload: { upTo: 4 }, label }));
    await enqueueJobs(database, sumJob, { batchId, jobs: two });
    const seen: string[] = [];
    const kind = sumKind(async ({ label }, { alone }) => {
      await alone('all');
      seen.push(label);
      const write = async () => {
        await sleep(200);
        seen.push(label);
        return {};
      };
      return { kind: 'done', write };
    });
    const onFault = (error: unknown) => faults.push(error);
    const runner = new JobRunner({ database, kinds: [kind], workers: 2, onFault });
    runners.push(runner);
    runner.start();
    while (seen.length < 4) await sleep(20);
    expect(seen[0]).toBe(seen[1]);
    expect(seen[2]).toBe(seen[3]);
  });
});

describe('work that is done apart', () => {
  it('lets other work go on beside it', async () => {
    const long = { ...sumKind(untilStopped), name: 'long sum', apart: defaultLimits };
    const onFault = (error: unknown) => faults.push(error);
    const runner = new JobRunner({ database, kinds: [sumKind(), long], workers: 1, onFault });
    runners.push(runner);
    const batchId = await openBatch(database, 'Sums');
    const wanted = [{ payload: { upTo: 4 }, label: 'Sum' }];
    await enqueueJobs(database, { ...sumJob, name: 'long sum' }, { batchId, jobs: wanted });
    await enqueueJobs(database, sumJob, { batchId, jobs: wanted });
    runner.start();
    const statesOf = async () =>
      (await database.select().from(jobs).orderBy(jobs.id)).map(({ state }) => state);
    while ((await statesOf())[1] !== 'done') await sleep(20);
    expect(await statesOf()).toEqual(['running', 'done']);
  });
});

describe('what is to follow a job', () => {
  it('is done once its end is committed, and not for a job that was cancelled', async () => {
    const seen: string[] = [];
    const kind = sumKind(() =>
      Promise.resolve({ kind: 'done', afterwards: async () => void seen.push((await theJob()).state) }),
    );
    await enqueue();
    start(kind);
    while (seen.length === 0) await sleep(20);
    expect(seen).toEqual(['done']);
  });
});

describe.runIf(hasProc)('a job whose runner is killed', () => {
  it('is taken over by another and done once', async () => {
    const dataDirectory = await makeTestDirectory();
    const opened = await openDatabase({ dataDirectory, purpose: 'command line', onTaken: 'refuse' });
    if (opened.kind === 'taken') throw new Error('a data directory just made cannot be taken');
    await enqueue({}, opened.database);
    const program = fileURLToPath(new URL('./testing/runnerProgram.testing.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', program, dataDirectory], { stdio: 'inherit' });
    await untilState('running', opened.database);
    start(sumKind(), opened.database);
    await sleep(1500);
    expect(await theJob(opened.database)).toMatchObject({ state: 'running' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    start(sumKind(), opened.database);
    await untilState('done', opened.database);
    expect(await theJob(opened.database)).toMatchObject({ result: { sum: 10 }, attempts: 0 });
    await Promise.all(runners.splice(0).map((runner) => runner.stop()));
    await opened.close();
    rmSync(dataDirectory, { recursive: true });
  });
});
