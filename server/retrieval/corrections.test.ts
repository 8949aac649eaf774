import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as schema from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { owner, type Caller } from '../access/caller';
import { correctTrack, uncorrectTrack } from '../catalogue/tracks/correctTrack';
import { libraryFeatures, libraryState } from '../research/maps/libraryFeatures';
import { alongTrajectory } from './alongTrajectory';
import { nearPoint, nearPointInDatabase, type NearMatch } from './nearPoint';
import { Retrieval } from './retrieval';
import { similarTo } from './similarTo';
import { fillRecordings } from './testing/recordings.testing';

const trackCount = 30;
/** A point that no track of the test catalogue is near. */
const corner = { valence: 1, arousal: 1, limit: 3 };
let library: TestDatabase;
let retrieval: Retrieval;
let guest: Caller;

beforeAll(async () => {
  library = await openTestDatabase();
  const { database } = library;
  await fillRecordings(database, trackCount);
  const [person] = await database
    .insert(schema.people)
    .values({ name: 'guest' })
    .returning({ personId: schema.people.id });
  guest = person;
  await correctTrack(database, owner, { trackId: 4, valence: 1, arousal: 1 });
  await correctTrack(database, guest, { trackId: 5, valence: 1, arousal: 1 });
  await correctTrack(database, guest, { trackId: 4, valence: -1, arousal: -1 });
  retrieval = new Retrieval({ database, memoryBytes: Infinity, onFault: console.error });
  await retrieval.load();
});

afterAll(async () => {
  await retrieval.stop();
  await library.close();
});

/** What is told of matches but their distances, whose last bits may differ. */
const told = (matches: NearMatch[]) =>
  matches
    .map((match) => ({ ...match, distance: null }))
    .toSorted((one, other) => one.trackId - other.trackId);

const first = <Match>([match]: Match[]) => match;

describe('corrections by two people', () => {
  it('each move a track near a point only for the one who made them, from memory and from the database', async () => {
    for (const [caller, trackId] of [
      [owner, 4],
      [guest, 5],
    ] as const) {
      const expected = { trackId, distance: 0, valence: 1, arousal: 1, corrected: true };
      expect(first(await nearPoint(retrieval, caller, corner))).toMatchObject(expected);
      expect(first(await nearPointInDatabase(library.database, caller, corner))).toMatchObject(expected);
    }
    const everything = { ...corner, limit: 2 * trackCount };
    for (const caller of [owner, guest]) {
      const found = await nearPoint(retrieval, caller, everything);
      expect(new Set(found.map(({ trackId }) => trackId)).size).toBe(trackCount);
      expect(found).toHaveLength(trackCount);
      const inDatabase = await nearPointInDatabase(library.database, caller, everything);
      expect(told(found)).toEqual(told(inDatabase));
    }
  });

  it('leave what is held in memory as it is when another person corrects', async () => {
    await correctTrack(library.database, guest, { trackId: 6, valence: 1, arousal: 1 });
    const held = await nearPoint(retrieval, owner, corner);
    expect(held.slice(0, 1)).toMatchObject([{ trackId: 4, distance: 0 }]);
    expect(held[1].distance).toBeGreaterThan(0);
    const asked = await nearPoint(retrieval, guest, corner);
    expect(asked.slice(0, 2)).toMatchObject([
      { trackId: 5, distance: 0 },
      { trackId: 6, distance: 0 },
    ]);
    await uncorrectTrack(library.database, guest, 6);
  });

  it('show in what is told of matches only to the one who made them', async () => {
    const query = {
      points: [{ t: 0, valence: 0, arousal: 0 }],
      scope: 'track',
      mode: 'level',
      limit: trackCount,
    } as const;
    const fourth = <Match extends { trackId: number }>(matches: Match[]) =>
      matches.find(({ trackId }) => trackId === 4);
    for (const [caller, valence] of [
      [owner, 1],
      [guest, -1],
      [owner, 1],
    ] as const) {
      const { matches } = await alongTrajectory(retrieval, caller, query);
      expect(fourth(matches)).toMatchObject({ valence, corrected: true });
      const alike = await similarTo(library.database, caller, { trackId: 1, limit: trackCount });
      expect(fourth(alike)).toMatchObject({ valence, corrected: true });
    }
  });

  it('colour the maps of features only for the one who made them, and make them another state', async () => {
    const { database } = library;
    const [ofOwner, ofGuest] = [await libraryState(database, owner), await libraryState(database, guest)];
    if (!ofOwner || !ofGuest) throw new Error('the library is not empty');
    expect(ofGuest.revision).not.toBe(ofOwner.revision);
    expect([ofOwner.total, ofGuest.total]).toEqual([trackCount, trackCount]);
    for (const [caller, state, valence] of [
      [owner, ofOwner, 1],
      [guest, ofGuest, -1],
    ] as const) {
      const features = await libraryFeatures(database, caller, { state, limit: 1000 });
      expect(features.trackIds).toHaveLength(trackCount);
      expect(features.valence[features.trackIds.indexOf(4)]).toBe(valence);
    }
  });
});
