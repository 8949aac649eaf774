import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner, type Caller } from '../../access/caller';
import { fillRecordings } from '../../retrieval/testing/recordings.testing';
import { correctTrack, uncorrectTrack } from './correctTrack';
import { exportedTracks } from './exportLibrary';
import { librarySummary } from './librarySummary';
import { listTracks } from './listTracks';
import { trackDetail } from './trackDetail';
import { trackMarks } from './trackMarks';

const trackCount = 5;
let library: TestDatabase;
let guest: Caller;

beforeAll(async () => {
  library = await openTestDatabase();
  await fillRecordings(library.database, trackCount);
  const [person] = await library.database
    .insert(schema.people)
    .values({ name: 'guest' })
    .returning({ personId: schema.people.id });
  guest = person;
  await correctTrack(library.database, owner, { trackId: 1, valence: 1, arousal: -1 });
  await correctTrack(library.database, guest, { trackId: 1, valence: -1, arousal: 1 });
  await correctTrack(library.database, guest, { trackId: 2, valence: -0.5, arousal: 0.5 });
});
afterAll(() => library.close());

/** What each reader tells a person of where tracks 1 and 2 lie, whether corrected or not. */
const readers: Record<string, (caller: Caller) => Promise<{ first: number[]; second: number[] }>> = {
  listTracks: async (caller) => {
    const page = { sort: 'valence', descending: false, offset: 0, limit: 50 } as const;
    const { total, rows } = await listTracks(library.database, caller, page);
    expect([total, rows.length]).toEqual([trackCount, trackCount]);
    expect(rows.map(({ valence }) => valence)).toEqual(
      rows.map(({ valence }) => valence).toSorted((a, b) => a - b),
    );
    return placesOf(rows);
  },
  trackDetail: async (caller) =>
    placesOf(await Promise.all([1, 2].map((trackId) => trackDetail(library.database, caller, trackId)))),
  trackMarks: async (caller) => {
    const { count, idsBase64, emotionsBase64 } = await trackMarks(library.database, caller);
    expect(count).toBe(trackCount);
    const numbers = <T>(base64: string, of: new (buffer: ArrayBuffer) => T) =>
      new of(new Uint8Array(Buffer.from(base64, 'base64')).buffer);
    const emotions = numbers(emotionsBase64, Float32Array);
    const rows = Array.from(numbers(idsBase64, Int32Array), (trackId, row) => ({
      trackId,
      valence: emotions[2 * row],
      arousal: emotions[2 * row + 1],
    }));
    return placesOf(rows);
  },
  exportedTracks: async (caller) => {
    const rows = [];
    for await (const track of exportedTracks(library.database, caller)) rows.push(track);
    expect(rows).toHaveLength(trackCount);
    return placesOf(rows);
  },
};

function placesOf(rows: { trackId: number; valence: number; arousal: number }[]) {
  const placeOf = (wanted: number) => {
    const found = rows.filter(({ trackId }) => trackId === wanted);
    expect(found).toHaveLength(1);
    return [found[0].valence, found[0].arousal].map((value) => Math.round(value * 1e6) / 1e6);
  };
  return { first: placeOf(1), second: placeOf(2) };
}

describe('corrections by two people', () => {
  const modelled = async (trackId: number) => {
    const { modelPoint } = await trackDetail(library.database, owner, trackId);
    return [modelPoint.valence, modelPoint.arousal].map((value) => Math.round(value * 1e6) / 1e6);
  };

  it.each(Object.keys(readers))('are each shown to the one who made them only: %s', async (name) => {
    expect(await readers[name](owner)).toEqual({ first: [1, -1], second: await modelled(2) });
    expect(await readers[name](guest)).toEqual({ first: [-1, 1], second: [-0.5, 0.5] });
  });

  it('are told as such to nobody else', async () => {
    const { database } = library;
    expect(await trackDetail(database, owner, 2)).toMatchObject({ corrected: false, correction: null });
    const correction = { valence: -0.5, arousal: 0.5 };
    expect(await trackDetail(database, guest, 2)).toMatchObject({ corrected: true, correction });
  });

  it('move the spread of the library for the one who made them, each track counted once', async () => {
    const ofOwner = await librarySummary(library.database, owner);
    const ofGuest = await librarySummary(library.database, guest);
    expect([ofOwner.tracks, ofGuest.tracks]).toEqual([trackCount, trackCount]);
    expect([ofOwner.valence.max, ofOwner.arousal.min]).toEqual([1, -1]);
    expect([ofGuest.valence.min, ofGuest.arousal.max]).toEqual([-1, 1]);
    expect(ofGuest.valence.max).toBeLessThan(1);
  });

  it('are written over and taken back without touching the other’s', async () => {
    const { database } = library;
    await correctTrack(database, owner, { trackId: 1, valence: 0.25, arousal: 0.25 });
    expect(await readers.trackMarks(guest)).toMatchObject({ first: [-1, 1] });
    await uncorrectTrack(database, owner, 1);
    expect(await readers.trackMarks(owner)).toMatchObject({ first: await modelled(1) });
    expect(await readers.trackMarks(guest)).toMatchObject({ first: [-1, 1] });
    await uncorrectTrack(database, owner, 2);
    expect(await readers.trackMarks(guest)).toMatchObject({ second: [-0.5, 0.5] });
  });

  it('are refused for a track that is not there', async () => {
    const asked = correctTrack(library.database, guest, { trackId: 999, valence: 0, arousal: 0 });
    await expect(asked).rejects.toMatchObject({ code: 'not-found' });
  });
});
