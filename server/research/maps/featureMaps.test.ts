import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import * as schema from '@/db/schema';
import { owner } from '../../access/caller';
import { isAppError } from '../../base/errors';
import { modelFolder } from '../../base/newestModel';
import { fillRecordings } from '../../retrieval/testing/recordings.testing';
import { FeatureMaps } from './featureMaps';

const tsne = { method: 'tsne', perplexity: null } as const;

let library: TestDatabase;
let maps: FeatureMaps;

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, 60);
  maps = new FeatureMaps(library.database, modelFolder());
});

afterAll(async () => {
  await maps.stop();
  await library.close();
});

interface JobAtWork {
  worker: Worker;
  askedAt: number;
}

/** What a thread works on, once there is one. */
async function jobAtWork(featureMaps: FeatureMaps): Promise<JobAtWork> {
  for (;;) {
    const { people } = featureMaps as unknown as {
      people: Map<number, { jobs: Map<string, Partial<JobAtWork>> }>;
    };
    for (const job of people.get(owner.personId)?.jobs.values() ?? [])
      if (job.worker) return job as JobAtWork;
    await sleep(5);
  }
}

async function untilMapped(caller: typeof owner) {
  for (;;) {
    const answer = await maps.ask(caller, tsne);
    if (answer?.mapped) return answer.mapped;
  }
}

const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => Promise.reject(new Error('it should have failed')),
    (error: unknown) => error as Error,
  );

describe('FeatureMaps', () => {
  it('is at fault when its thread ends before its time, and begins again when asked again', async () => {
    const asked = faultOf(maps.ask(owner, tsne));
    await (await jobAtWork(maps)).worker.terminate();
    const fault = await asked;
    expect(isAppError(fault)).toBe(false);
    expect(fault.message).toBe('the map thread ended unexpectedly');
    await expect(maps.ask(owner, tsne)).resolves.toMatchObject({ total: 60 });
  });

  it('gives up what it works on when the library changes, and whoever waits is to ask again', async () => {
    await library.database.delete(schema.tracks).where(eq(schema.tracks.id, 1));
    const before = faultOf(maps.ask(owner, tsne));
    await jobAtWork(maps);
    await library.database.delete(schema.tracks).where(eq(schema.tracks.id, 2));
    const after = maps.ask(owner, tsne);
    expect(await before).toMatchObject({ code: 'unavailable' });
    await expect(after).resolves.toMatchObject({ total: 58 });
  });

  it('of one person were given up when another looked: they are laid out one after the other', async () => {
    await library.database.insert(schema.people).values({ id: 7, name: 'Ben', role: 'member' });
    await library.database.delete(schema.tracks).where(eq(schema.tracks.id, 3));
    const both = [owner, { ...owner, personId: 7 }].map((caller) => maps.ask(caller, tsne));
    expect((await Promise.all(both)).map((answer) => answer?.total)).toEqual([57, 57]);
    const again = await Promise.all([owner, { ...owner, personId: 7 }].map((caller) => untilMapped(caller)));
    expect(again.map(({ trackIds }) => trackIds.length)).toEqual([57, 57]);
  });

  it('keeps what it laid out in one way while it lays out in another, and tells which it is', async () => {
    const first = await untilMapped(owner);
    const other = await maps.ask(owner, { method: 'umap', perplexity: null });
    expect(other?.layout).toEqual({ method: 'umap' });
    expect((await maps.ask(owner, tsne))?.mapped).toBe(first);
    expect((await maps.ask(owner, tsne))?.layout).toEqual({ method: 'tsne', perplexity: 18 });
    expect((await maps.ask(owner, { method: 'tsne', perplexity: 5 }))?.layout).toMatchObject({
      perplexity: 5,
    });
  });

  it('gives up what nobody waits for any longer once another way is asked for', async () => {
    const others = new FeatureMaps(library.database, modelFolder());
    const left = faultOf(others.ask(owner, tsne));
    (await jobAtWork(others)).askedAt = -Infinity;
    const asked = others.ask(owner, { method: 'umap', perplexity: null });
    expect(await left).toMatchObject({ code: 'unavailable' });
    await expect(asked).resolves.toMatchObject({ total: 57 });
    await others.stop();
  });
});
