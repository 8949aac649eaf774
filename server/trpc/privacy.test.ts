import { TRPCError } from '@trpc/server';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { batches, corrections, jobs, ownerId, people } from '@/db/schema';
import { fillCatalogue, jobOf } from '@/db/testing/catalogue.testing';
import { makeToken, listTokens } from '../access/accessTokens';
import { owner, type SignedInCaller } from '../access/caller';
import { beginSession, listSessions } from '../access/sessions';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { appRouter } from './router';
import { openTestHouse, type TestHouse } from './testing/house.testing';

/** Two others, of whom one may do everything that is not somebody's own. */
const others: SignedInCaller[] = [
  { personId: 7, role: 'member' },
  { personId: 8, role: 'owner' },
];

let house: TestHouse;
/** Numbers of what is the first person's. */
const theirs: Record<string, unknown> = {
  ...{ projectId: 1, studyId: 1, recordingId: 1, modelId: 1, analysisId: 1, one: 1, other: 1 },
};
beforeAll(async () => {
  house = await openTestHouse(0);
  const { database } = house.library;
  await fillCatalogue(database, 20);
  await database.insert(people).values([
    { id: 7, name: 'Ben', role: 'member' },
    { id: 8, name: 'Carl', role: 'owner' },
  ]);
  await beginSession(database, { personId: ownerId, address: '::1', browser: 'Firefox' });
  await makeToken(database, owner, { name: 'script' });
  [{ sessionId: theirs.sessionId }] = await listSessions(database);
  [{ tokenId: theirs.tokenId }] = await listTokens(database);
});
afterAll(() => house.close());

/** What else a question needs that names something by its number. */
const further: Record<string, object> = {
  'eeg.nearestRecordings': { trackId: 1 },
  'eeg.recordings.entropy': { band: 'alpha' },
  'eeg.recordings.setParticipant': { participant: 'x' },
  'eeg.studies.rename': { title: 'x' },
  'eeg.tracks.set': { tracks: [] },
  'eeg.trials.set': { trials: [] },
  'film.fitLength': { cueId: 'c1', trackId: 1 },
  'film.projects.rename': { name: 'x' },
  'film.projects.share': { shared: true },
  'film.projects.save': { revision: 1, document: projectOf() },
  'studies.analyses.region': { target: 'dmPFC' },
  'studies.analyses.start': { spec: { kind: 'intersubject' } },
  'studies.computeFeatures': { features: ['envelope'] },
  'studies.fileColumns': { file: 'sub-01/bold.tsv' },
  'studies.mappingFaults': { rows: [] },
  'studies.readFiles': {
    rows: [{ file: 'sub-01/bold.tsv', use: 'recording', participant: '01', stimulus: 'x' }],
  },
  'studies.removeFile': { fileId: 1 },
  'studies.rename': { title: 'x' },
  'studies.share': { shared: true },
  'studies.unpackFile': { fileId: 1 },
};

interface Inputs {
  _def: { inputs: { shape?: object }[] };
}

/** Every procedure that is told the number of something that is somebody's, with what it is told. */
const naming = Object.entries(appRouter._def.procedures as unknown as Record<string, Inputs>).flatMap(
  ([path, { _def }]) => {
    const named = _def.inputs.flatMap(({ shape }) => Object.keys(shape ?? {}));
    const numbers = named.filter((name) =>
      [
        'projectId',
        'studyId',
        'recordingId',
        'modelId',
        'analysisId',
        'one',
        'other',
        'sessionId',
        'tokenId',
      ].includes(name),
    );
    return numbers.length > 0 ? [{ path, numbers }] : [];
  },
);

async function codeOf(caller: SignedInCaller, path: string, input: object): Promise<string> {
  const ask = path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], house.askAs(caller)) as (
    input: object,
  ) => Promise<unknown>;
  try {
    const told = await ask(input);
    // A subscription is refused when it begins to tell.
    if (path === 'film.render') for await (const news of told as AsyncIterable<unknown>) return String(news);
  } catch (error) {
    return error instanceof TRPCError ? error.code : 'a fault';
  }
  return 'answered';
}

describe('what is somebody’s', () => {
  it('is named by many procedures', () => expect(naming.length).toBeGreaterThan(50));

  it.each(naming)('is not found by others: $path', async ({ path, numbers }) => {
    const input = Object.fromEntries(numbers.map((name) => [name, theirs[name]]));
    for (const caller of others)
      expect([caller.role, await codeOf(caller, path, { ...input, ...further[path] })]).toEqual([
        caller.role,
        'NOT_FOUND',
      ]);
  });

  it('is in no list of others', async () => {
    for (const caller of others) {
      const ask = house.askAs(caller);
      expect(await ask.studies.list()).toEqual([]);
      expect(await ask.eeg.studies.list()).toEqual([]);
      expect(await ask.film.projects.list()).toEqual([]);
      expect(await ask.people.account.sessions()).toEqual([]);
      expect(await ask.people.account.tokens()).toEqual([]);
    }
  });

  it('is corrected and uncorrected for oneself alone', async () => {
    const { database } = house.library;
    await house.ask.catalogue.correct({ trackId: 3, valence: 1, arousal: 1 });
    for (const caller of others) {
      await house.askAs(caller).catalogue.correct({ trackId: 3, valence: -1, arousal: -1 });
      await house.askAs(caller).catalogue.uncorrect({ trackId: 3 });
    }
    expect(await database.select().from(corrections).where(eq(corrections.trackId, 3))).toMatchObject([
      { personId: ownerId, valence: 1, arousal: 1 },
    ]);
  });
});

describe('work on what is somebody’s', () => {
  it('is neither shown to others in the queue, nor among problems, nor cancelled or forgotten by them', async () => {
    const { database } = house.library;
    const [batch] = await database
      .insert(batches)
      .values({ label: 'study 1: a secret', personId: ownerId })
      .returning();
    const failed = { failure: 'a secret failed', failureCode: 'unsupported', finishedAt: new Date() };
    const [running, broken] = await database
      .insert(jobs)
      .values([
        { ...jobOf(101), batchId: batch.id, label: 'a secret', state: 'running', leaseOwner: null },
        { ...jobOf(102), batchId: batch.id, label: 'a secret', state: 'failed', ...failed },
      ])
      .returning({ id: jobs.id });
    const jobIds = [running.id, broken.id];
    for (const caller of others) {
      const { catalogue } = house.askAs(caller);
      const told = [await catalogue.queue(), await catalogue.problems({}), await catalogue.jobs({ jobIds })];
      expect(JSON.stringify(told)).not.toContain('secret');
      expect(told[2]).toEqual([]);
      expect(await catalogue.cancel({ batchId: batch.id })).toEqual({ cancelled: 0 });
      expect(await catalogue.dismiss({ jobIds })).toEqual({ dismissed: 0 });
      expect(await catalogue.retry({ jobIds })).toEqual({ queued: 0 });
    }
    const { catalogue } = house.ask;
    expect((await catalogue.queue()).batches.map(({ label }) => label)).toContain('study 1: a secret');
    expect(await catalogue.jobs({ jobIds })).toHaveLength(2);
    expect(await catalogue.cancel({ batchId: batch.id })).toEqual({ cancelled: 1 });
    expect(await catalogue.dismiss({ jobIds })).toEqual({ dismissed: 1 });
  });
});
