import { afterAll, beforeAll, expect, it } from 'vitest';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import { analysisOf, soundOf, trackOf } from '@/db/testing/catalogue.testing';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { owner } from '../../access/caller';
import { listTracks } from './listTracks';
import { trackMarks } from './trackMarks';

let library: TestDatabase;
const flat = () => new Float32Array(20).fill(0.25);
const curve = encodeCurve({
  ...{ valence: flat(), arousal: flat(), valenceDeviation: flat(), arousalDeviation: flat() },
});

/** Loudness and highest sample: of music, of zeros, of noise that nobody hears, and of a click too short to measure. */
const measured = [
  { loudnessLufs: -14, samplePeakDb: -1 },
  { loudnessLufs: null, samplePeakDb: null },
  { loudnessLufs: null, samplePeakDb: -84 },
  { loudnessLufs: null, samplePeakDb: -3 },
];

beforeAll(async () => {
  library = await openTestDatabase();
  for (const [index, levels] of measured.entries()) {
    const i = index + 1;
    await library.database.insert(tracks).values(trackOf(i));
    await library.database.insert(sounds).values({ ...soundOf(i), ...levels });
    await library.database.insert(analyses).values({ ...analysisOf(i), curve });
  }
});
afterAll(() => library.close());

async function markedIds(): Promise<number[]> {
  const bytes = Buffer.from((await trackMarks(library.database, owner)).idsBase64, 'base64');
  return Array.from({ length: bytes.length / 4 }, (_, index) => bytes.readInt32LE(4 * index)).sort();
}

it('is told of what cannot be heard, not of what is too short to be measured', async () => {
  const page = { sort: 'addedAt' as const, descending: false, offset: 0, limit: 10 };
  const { rows } = await listTracks(library.database, owner, page);
  expect(rows.map(({ silent }) => silent)).toEqual([false, true, true, false]);
});

it('has no place in the plane but the one a person gives it', async () => {
  expect(await markedIds()).toEqual([1, 4]);
  await library.database
    .insert(corrections)
    .values({ trackId: 2, personId: owner.personId, valence: 0, arousal: -1 });
  expect(await markedIds()).toEqual([1, 2, 4]);
});
