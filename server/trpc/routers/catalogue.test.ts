import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { like } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jobOf } from '@/db/testing/catalogue.testing';
import * as schema from '@/db/schema';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { invalid, notFound, openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

const trackCount = 12;
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(trackCount);
});
afterAll(() => house.close());

const noSuchTrack = (trackId: number) =>
  `invalid trackId: ${trackId} (no such track: it may have been removed)`;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const ids = (rows: { trackId: number }[]) => rows.map(({ trackId }) => trackId);

describe('lists of tracks', () => {
  it('are sorted, narrowed and cut into pages', async () => {
    const { catalogue } = house.ask;
    const { total, rows } = await catalogue.tracks({ sort: 'durationSeconds', limit: 5, offset: 5 });
    expect([total, ids(rows)]).toEqual([trackCount, numbers(6, 10)]);
    const narrowed = await catalogue.tracks({
      minDurationSeconds: 9,
      sort: 'durationSeconds',
      descending: true,
    });
    expect([narrowed.total, ids(narrowed.rows)]).toEqual([4, [12, 11, 10, 9]]);
    const missing = await catalogue.tracks({ missingOnly: true, sort: 'durationSeconds' });
    expect(ids(missing.rows)).toEqual([3, 6, 9, 12]);

    const seen: number[] = [];
    for (let offset = 0; offset < trackCount; offset += 5)
      seen.push(...ids((await catalogue.tracks({ sort: 'durationSeconds', limit: 5, offset })).rows));
    expect(seen).toEqual(numbers(1, trackCount));
  });

  it('are told by their numbers alone', async () => {
    const { catalogue } = house.ask;
    const numbersIn = ({ idsBase64 }: { idsBase64: string }) => [
      ...new Int32Array(new Uint8Array(Buffer.from(idsBase64, 'base64')).buffer),
    ];
    expect(numbersIn(await catalogue.trackIds({}))).toEqual(numbers(1, trackCount));
    expect(numbersIn(await catalogue.trackIds({ minDurationSeconds: 9 }))).toEqual([9, 10, 11, 12]);
    expect(await catalogue.trackIds({ missingOnly: true })).toMatchObject({ count: 4 });
    const stretch = { sort: 'durationSeconds', descending: true, offset: 2, limit: 3 } as const;
    expect(numbersIn(await catalogue.trackRange(stretch))).toEqual([10, 9, 8]);
  });

  it('are refused in words', async () => {
    const path = 'catalogue.tracks';
    const { status, message } = await refusal(path, { sort: 'mood' });
    expect(status).toBe(400);
    expect(message).toMatch(/^invalid sort: mood \(invalid option: expected one of "title"\|"artist"/);
    expect(await refusal(path, { limit: 0 })).toEqual(
      invalid('invalid limit: 0 (too small: expected number to be >=1)'),
    );
  });

  it('say where all lie, which genres there are, and how the library spreads', async () => {
    const { catalogue } = house.ask;
    expect(await catalogue.marks()).toMatchObject({ count: trackCount });
    expect(await catalogue.genres()).toEqual([{ name: 'Ambient', tracks: trackCount }]);
    const { tracks, valence } = await catalogue.summary();
    expect(tracks).toBe(trackCount);
    expect(valence.min).toBeLessThan(valence.max);
  });
});

describe('one track', () => {
  it('is told with its curve', async () => {
    const track = await house.ask.catalogue.track({ trackId: 4 });
    expect(track).toMatchObject({ trackId: 4, corrected: false, curve: { count: 80, hopSeconds: 0.5 } });
  });

  it('is joined with another, which its page then lists, and parted from it', async () => {
    const { catalogue } = house.ask;
    await catalogue.join({ trackId: 5, withTrackId: 4 });
    const joined = await catalogue.track({ trackId: 5 });
    expect(joined).toMatchObject({ trackId: 4, files: [{ trackId: 4 }, { trackId: 5 }] });
    expect(await refusal('catalogue.join', { trackId: 4, withTrackId: 5 })).toEqual(
      invalid('invalid withTrackId: 5 (it is of the same recording as 4 already)'),
    );
    await catalogue.part({ trackId: 5 });
    expect(await catalogue.track({ trackId: 5 })).toMatchObject({ trackId: 5, files: [{ trackId: 5 }] });
    expect(await refusal('catalogue.part', { trackId: 5 })).toEqual(
      invalid('invalid trackId: 5 (it is the only track of its recording)'),
    );
    expect(await refusal('catalogue.part', { trackId: 99 })).toEqual(notFound(noSuchTrack(99)));
  });

  it('is corrected by whom asks, and uncorrected', async () => {
    const { catalogue } = house.ask;
    await catalogue.correct({ trackId: 4, valence: 0.5, arousal: -0.5 });
    const corrected = { corrected: true, valence: 0.5, arousal: -0.5 };
    expect(await catalogue.track({ trackId: 4 })).toMatchObject(corrected);
    const [guest] = await house.library.database
      .insert(schema.people)
      .values({ name: 'guest' })
      .returning({ personId: schema.people.id });
    expect(await house.askAs({ ...guest, role: 'listener' }).catalogue.track({ trackId: 4 })).toMatchObject({
      corrected: false,
    });
    await catalogue.uncorrect({ trackId: 4 });
    expect(await catalogue.track({ trackId: 4 })).toMatchObject({ corrected: false, correction: null });
  });

  it('that is not there is not found, and what is no place of the plane is refused', async () => {
    expect(await refusal('catalogue.track', { trackId: 99 })).toEqual(notFound(noSuchTrack(99)));
    const correct = { trackId: 99, valence: 0, arousal: 0 };
    expect(await refusal('catalogue.correct', correct)).toEqual(notFound(noSuchTrack(99)));
    expect(await refusal('catalogue.correct', { ...correct, valence: 1.5 })).toEqual(
      invalid('invalid valence: 1.5 (too big: expected number to be <=1)'),
    );
    for (const path of ['catalogue.track', 'catalogue.uncorrect'])
      expect(await refusal(path, { trackId: -1 })).toEqual(
        invalid('invalid trackId: -1 (too small: expected number to be >0)'),
      );
  });

  it('is removed, and what is not there removes nothing', async () => {
    const { catalogue } = house.ask;
    expect(await catalogue.remove({ trackIds: [12, 99] })).toEqual({ removed: 1 });
    expect(await refusal('catalogue.track', { trackId: 12 })).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect(await refusal('catalogue.remove', { trackIds: [] })).toEqual(
      invalid('invalid trackIds: [] (too small: expected array to have >=1 items)'),
    );
  });
});

describe('the queue', () => {
  beforeEach(async () => {
    const { database } = house.library;
    await database.delete(schema.batches);
    const [batch] = await database.insert(schema.batches).values({ label: 'An album' }).returning();
    const ends = { finishedAt: new Date(), attempts: 1 };
    await database.insert(schema.jobs).values([
      {
        ...jobOf(1),
        batchId: batch.id,
        state: 'failed',
        failure: 'no sound',
        failureCode: 'unsupported',
        ...ends,
      },
      { ...jobOf(2), batchId: batch.id, state: 'done', warning: 'it breaks off', ...ends },
      { ...jobOf(3), batchId: batch.id },
    ]);
  });

  it('is told as it stands, and again when it has changed', async () => {
    const { catalogue } = house.ask;
    expect(await catalogue.queue()).toMatchObject({ queued: 1, running: 0, failed: 1 });
    const changes = (await catalogue.onQueue())[Symbol.asyncIterator]();
    expect((await changes.next()).value).toMatchObject({ queued: 1 });
    const next = changes.next();
    expect(await catalogue.cancel({})).toEqual({ cancelled: 1 });
    expect((await next).value).toMatchObject({ queued: 0 });
    await changes.return?.();
  });

  it('lists problems, tries failed files again, and forgets them when told to', async () => {
    const { catalogue } = house.ask;
    const { total, rows } = await catalogue.problems({});
    expect(total).toBe(2);
    expect(rows.find(({ state }) => state === 'failed')).toMatchObject({
      failure: 'no sound',
      failureCode: 'unsupported',
    });
    expect(rows.find(({ state }) => state === 'done')).toMatchObject({ warning: 'it breaks off' });
    const jobIds = rows.map(({ jobId }) => jobId);
    expect((await catalogue.jobs({ jobIds: [...jobIds, 999] })).map(({ state }) => state).toSorted()).toEqual(
      ['done', 'failed'],
    );
    const before = house.woken();
    expect(await catalogue.retry({ jobIds: 'all' })).toEqual({ queued: 1 });
    expect(house.woken()).toBe(before + 1);
    expect(await catalogue.dismiss({ jobIds })).toEqual({ dismissed: 1 });
    expect(await catalogue.problems({})).toEqual({ total: 0, rows: [] });
    expect(await catalogue.retry({ jobIds: [999] })).toEqual({ queued: 0 });
  });

  it.each(['catalogue.retry', 'catalogue.dismiss'])('refuses what names no jobs: %s', async (path) => {
    for (const [jobIds, words] of [
      ['some', "invalid jobIds: some ('all', or a list of numbers)"],
      [[], 'invalid jobIds: [] (too small: expected array to have >=1 items)'],
      [[1.5], "invalid jobIds: [1.5] ('all', or a list of numbers)"],
    ] as const)
      expect(await refusal(path, { jobIds })).toEqual(invalid(words));
  });

  it('refuses what is no number of a batch, or of rows', async () => {
    expect(await refusal('catalogue.cancel', { batchId: 0 })).toEqual(
      invalid('invalid batchId: 0 (too small: expected number to be >0)'),
    );
    expect(await refusal('catalogue.problems', { limit: 1001 })).toEqual(
      invalid('invalid limit: 1001 (too big: expected number to be <=1000)'),
    );
  });
});

describe('watched folders', () => {
  it('are looked through when they are added and when asked for, and left alone when given up', async () => {
    const { catalogue } = house.ask;
    const folder = mkdtempSync(join(house.library.folder, 'watched-'));
    writeTestWav(join(folder, 'one.wav'));
    const before = house.woken();
    expect(await catalogue.watch({ path: folder })).toMatchObject({ queued: 1, unchanged: 0 });
    expect(await catalogue.watched()).toMatchObject([{ path: folder, failure: null }]);
    writeTestWav(join(folder, 'two.wav'), { seed: 2 });
    expect(await catalogue.rescan({ path: folder })).toMatchObject({ queued: 1 });
    expect(await catalogue.rescan({})).toMatchObject({ queued: 0 });
    expect(house.woken()).toBe(before + 3);
    await catalogue.unwatch({ path: folder });
    expect(await catalogue.watched()).toEqual([]);
    expect(existsSync(join(folder, 'one.wav'))).toBe(true);
    await house.library.database.delete(schema.jobs).where(like(schema.jobs.detail, `${folder}%`));
  });

  it('are refused where there is none, where it is a file, and where it is not watched', async () => {
    const nowhere = join(house.library.folder, 'nowhere');
    const bad = (words: string) => invalid(words);
    expect(await refusal('catalogue.watch', { path: nowhere })).toEqual(
      bad(`invalid path: ${nowhere} (it does not exist)`),
    );
    expect(await refusal('catalogue.watch', { path: 'music' })).toEqual(
      bad('invalid path: music (give the whole path of the folder, from the root on)'),
    );
    const file = join(house.library.folder, 'letter.txt');
    writeFileSync(file, 'no folder');
    expect(await refusal('catalogue.watch', { path: file })).toEqual(
      bad(`invalid path: ${file} (it is not a folder)`),
    );
    const lost = notFound(`invalid path: ${nowhere} (this folder is not watched)`);
    expect(await refusal('catalogue.rescan', { path: nowhere })).toEqual(lost);
    expect(await refusal('catalogue.unwatch', { path: nowhere })).toEqual(lost);
    expect(await refusal('catalogue.watch', { path: '' })).toEqual(
      invalid('invalid path: (none) (too small: expected string to have >=1 characters)'),
    );
  });
});
