import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { analysisOf, fillCatalogue } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { ChangeFeed } from './changeFeed';

let library: TestDatabase;
let feed: ChangeFeed;
let heard: number[][];

beforeAll(async () => {
  library = await openTestDatabase();
  await fillCatalogue(library.database, 30);
});
afterAll(() => library.close());

beforeEach(async () => {
  feed = new ChangeFeed(library.database);
  heard = [];
  feed.listen((trackIds) => void heard.push(trackIds.toSorted((a, b) => a - b)));
  await feed.catchUp();
});

/** What is told after `change`, once. */
async function toldAfter(change: () => PromiseLike<unknown>): Promise<number[][]> {
  await change();
  await feed.catchUp();
  await feed.catchUp();
  return heard;
}

describe('ChangeFeed', () => {
  it('tells nothing of what was there before its first look, nor twice', async () => {
    expect(await toldAfter(() => Promise.resolve())).toEqual([]);
  });

  it('tells of a track whose row, file, sound, analysis or correction was written', async () => {
    const { database } = library;
    const { tracks, files, sounds, analyses, corrections } = schema;
    const writes = [
      () => database.update(tracks).set({ title: 'Another' }).where(eq(tracks.id, 2)),
      () => database.update(files).set({ missingSince: new Date() }).where(eq(files.trackId, 3)),
      () => database.update(sounds).set({ tempoBpm: 90 }).where(eq(sounds.trackId, 4)),
      () =>
        database
          .update(analyses)
          .set({ emotion: [0, 0] })
          .where(eq(analyses.trackId, 5)),
      () => database.insert(corrections).values({ trackId: 6, valence: 0, arousal: 0 }),
      () => database.delete(corrections).where(eq(corrections.trackId, 6)),
    ];
    for (const write of writes) await toldAfter(write);
    expect(heard).toEqual([[2], [3], [4], [5], [6], [6]]);
  });

  it('tells of both groups when a recording changes its representative, and of what is removed', async () => {
    const { database } = library;
    const { tracks, files } = schema;
    await toldAfter(() => database.update(tracks).set({ groupId: 8 }).where(eq(tracks.id, 7)));
    await toldAfter(() => database.update(files).set({ name: 'again' }).where(eq(files.trackId, 7)));
    await toldAfter(() => database.delete(tracks).where(eq(tracks.id, 7)));
    expect(heard).toEqual([
      [7, 8],
      [7, 8],
      [7, 8],
    ]);
  });

  it('does not tell of sketches that are filled in, which nobody keeps in memory', async () => {
    const { database } = library;
    const shapeSketch = analysisOf(9).sketch;
    const filled = () =>
      database.update(schema.analyses).set({ shapeSketch }).where(eq(schema.analyses.trackId, 9));
    expect(await toldAfter(filled)).toEqual([]);
  });

  // The embedded engine lets one transaction run at a time.
  it.runIf(process.env.DATABASE_URL)('tells of a change by a transaction that ends late', async () => {
    const { tracks } = schema;
    const late = await library.openAgain();
    await late.database.transaction(async (transaction) => {
      await transaction.update(tracks).set({ title: 'First' }).where(eq(tracks.id, 10));
      await toldAfter(() =>
        library.database.update(tracks).set({ title: 'Second' }).where(eq(tracks.id, 11)),
      );
    });
    await feed.catchUp();
    await late.close();
    expect(heard[0]).toEqual([11]);
    expect(heard.at(-1)).toContain(10);
  });

  it('lets whoever asks during a look share the next one, not that one', async () => {
    const { tracks } = schema;
    const first = feed.catchUp();
    await library.database.update(tracks).set({ title: 'Between' }).where(eq(tracks.id, 12));
    await Promise.all([first, feed.catchUp(), feed.catchUp()]);
    expect(heard.flat()).toContain(12);
  });

  it('tells a listener again after it failed', async () => {
    let failing = true;
    feed.listen(() => {
      if (failing) throw new Error('no');
    });
    await library.database.update(schema.tracks).set({ title: 'Twice' }).where(eq(schema.tracks.id, 13));
    await expect(feed.catchUp()).rejects.toThrow('no');
    failing = false;
    await feed.catchUp();
    expect(heard).toEqual([[13], [13]]);
  });

  it('ignores rows of another server’s transactions, as a dump brings them along', async () => {
    await library.database.execute(sql`
      insert into ${schema.trackChanges} values (999, '4000000000000')`);
    expect(await toldAfter(() => Promise.resolve())).toEqual([]);
  });

  it('tells of every track when the catalogue is emptied to be restored', async () => {
    const told = await toldAfter(() => library.database.execute(sql`truncate ${schema.tracks} cascade`));
    expect(told.flat().length).toBeGreaterThanOrEqual(29);
  });
});
