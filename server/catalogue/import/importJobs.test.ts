import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { batches, jobs, tracks } from '@/db/schema';
import { defaultLimits } from '../../analysis/analysisClient';
import { cancelJobs } from '../../jobs/cancelJobs';
import { claimJob, reclaimExpired } from '../../jobs/jobLeases';
import { JobRunner } from '../../jobs/jobRunner';
import { newLeaseOwner } from '../../jobs/leaseOwner';
import { queueStatus } from '../../jobs/queueStatus';
import { catalogueKinds, openTestLibrary, untilDone, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';

let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary();
  writeTestWav(join(library.folder, 'long.wav'), { seconds: 60 });
});
afterAll(() => library.close());
beforeEach(async () => {
  await library.database.delete(tracks);
  await library.database.delete(batches);
});

/** Processes are looked up where Linux lists them. */
const hasProc = existsSync('/proc/self/stat');

const faults: unknown[] = [];
function newRunner(limits = defaultLimits): JobRunner {
  return new JobRunner({
    database: library.database,
    kinds: catalogueKinds(library.dataDirectory),
    workers: 1,
    limits,
    onFault: (error) => faults.push(error),
  });
}

/** Processes that this one started with the analysis entry (as Linux tells). */
function analysisProcesses(): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
      return parent === process.pid && command.includes('analysisProcess') ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
}

async function theJob() {
  const [job] = (await library.rows()).jobs;
  return job;
}

/** Waits until the job is in hand, and halts its process there, so that nothing depends on how fast it is. */
async function untilInHand(): Promise<void> {
  for (;;) {
    const [pid] = analysisProcesses();
    const { running } = await queueStatus(library.database);
    if (pid !== undefined && running > 0) return void process.kill(pid, 'SIGSTOP');
    await sleep(10);
  }
}

describe.runIf(hasProc)('a job whose analysis process is killed', () => {
  it('is done again, exactly once', async () => {
    await library.enqueue();
    const runner = newRunner();
    runner.start();
    await untilInHand();
    analysisProcesses().forEach((pid) => process.kill(pid, 'SIGKILL'));
    await untilDone(library.database, faults);
    await runner.stop();
    expect(await theJob()).toMatchObject({ state: 'done', attempts: 1 });
    const rows = await library.rows();
    expect(rows.tracks).toHaveLength(1);
    expect(rows.analyses).toHaveLength(1);
  });

  it('fails the third time, with the reason', async () => {
    await library.enqueue();
    const runner = newRunner({ ...defaultLimits, memoryBytes: 1e6 });
    runner.start();
    await untilDone(library.database, faults);
    await runner.stop();
    const { state, failure } = await theJob();
    expect(state).toBe('failed');
    expect(failure).toMatch(/ended its process three times.*more than 1 MB of memory/);
  });
});

describe.runIf(hasProc)('a job in hand', () => {
  it('goes back into the queue when the runner stops, and is finished by the next', async () => {
    await library.enqueue();
    const first = newRunner();
    first.start();
    await untilInHand();
    await first.stop();
    expect(await theJob()).toMatchObject({ state: 'queued', leaseOwner: null, attempts: 0 });
    const second = newRunner();
    second.start();
    await untilDone(library.database, faults);
    await second.stop();
    expect(await theJob()).toMatchObject({ state: 'done', attempts: 0 });
  });

  it('is stopped within moments when it is cancelled', async () => {
    await library.enqueue();
    const runner = newRunner();
    runner.start();
    await untilInHand();
    expect(await cancelJobs(library.database)).toBe(1);
    while (analysisProcesses().length > 0) await sleep(50);
    await runner.stop();
    expect(await theJob()).toMatchObject({ state: 'cancelled', trackId: null });
    expect((await library.rows()).tracks).toHaveLength(0);
  });
});

describe('leases', () => {
  const claimAs = async (owner: string) => {
    await library.enqueue();
    return claimJob(library.database, owner, ['import']);
  };

  it('of a process that is gone are taken over at once', async () => {
    const owner = JSON.parse(newLeaseOwner()) as object;
    await claimAs(JSON.stringify({ ...owner, startedAt: '1' }));
    const runner = newRunner();
    runner.start();
    await untilDone(library.database, faults);
    await runner.stop();
    expect(await theJob()).toMatchObject({ state: 'done' });
  });

  it('of a process that lives are respected until they end', async () => {
    const job = await claimAs(newLeaseOwner());
    const runner = newRunner();
    runner.start();
    await sleep(1500);
    expect(await theJob()).toMatchObject({ state: 'running', leaseOwner: job?.leaseOwner });
    await runner.stop();
    await library.database
      .update(jobs)
      .set({ leaseUntil: new Date(0) })
      .where(eq(jobs.id, job?.id ?? 0));
    await reclaimExpired(library.database);
    expect(await theJob()).toMatchObject({ state: 'queued', leaseOwner: null });
  });
});
