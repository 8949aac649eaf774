import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordingPairs, sounds, tracks } from '@/db/schema';
import { writeTestWav } from '../../analysis/testing/sounds.testing';
import { queueReanalysis } from '../import/reanalyse';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { removeTracks } from '../tracks/removeTracks';
import { joinTracks } from './joinTracks';
import { partTrack } from './partTrack';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library.close());

/** The numbers of the files' tracks and of their groups, by the files' names. */
async function groups(): Promise<Record<string, { id: number; groupId: number }>> {
  const { tracks: rows, files } = await library.rows();
  return Object.fromEntries(
    files.map(({ path, trackId }) => {
      const track = rows.find(({ id }) => id === trackId);
      if (!track) throw new Error(`no track ${trackId}`);
      return [path.slice(library.folder.length + 1, -4), { id: track.id, groupId: track.groupId }];
    }),
  );
}

// One story, told in order.
describe('encodings of one recording', () => {
  it('are one group, named by the first, whatever their rate, width and channels', async () => {
    const recording = { seed: 5, seconds: 12 };
    writeTestWav(at('a.wav'), { ...recording, sampleRateHz: 44_100 });
    writeTestWav(at('b.wav'), { ...recording, sampleRateHz: 48_000, channels: 2, bits: 24 });
    writeTestWav(at('c.wav'), { ...recording, sampleRateHz: 22_050 });
    writeTestWav(at('other.wav'), { seed: 8, seconds: 12, sampleRateHz: 44_100 });
    await library.import();
    const { a, b, c, other } = await groups();
    expect([a, b, c].map(({ groupId }) => groupId)).toEqual([a.id, a.id, a.id]);
    expect(other.groupId).toBe(other.id);
  });

  it('are parted by a person’s word, the first of them too', async () => {
    const { a, b, c, other } = await groups();
    await partTrack(library.database, a.id);
    expect(await groups()).toEqual({
      a,
      b: { id: b.id, groupId: b.id },
      c: { id: c.id, groupId: b.id },
      other,
    });
    await expect(partTrack(library.database, a.id)).rejects.toMatchObject({
      code: 'invalid',
      message: `invalid trackId: ${a.id} (it is the only track of its recording)`,
    });
    await expect(partTrack(library.database, 999)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('stay parted when they are heard again, and when they come again', async () => {
    await hearAgain();
    const { a, b, c } = await groups();
    expect([a.groupId, b.groupId, c.groupId]).toEqual([a.id, b.id, b.id]);
    const { database, dataDirectory } = library;
    await removeTracks({ database, dataDirectory }, [a.id]);
    await library.import();
    const again = await groups();
    expect(again.a.id).toBeGreaterThan(c.id);
    expect([again.a.groupId, again.b.groupId, again.c.groupId]).toEqual([again.a.id, b.id, b.id]);
  });

  it('are joined by a person’s word, with all that stand with them, and stay so', async () => {
    const { a, b, other } = await groups();
    await joinTracks(library.database, a.id, b.id);
    await joinTracks(library.database, other.id, a.id);
    const joined = await groups();
    expect(new Set(Object.values(joined).map(({ groupId }) => groupId))).toEqual(new Set([b.id]));
    await expect(joinTracks(library.database, b.id, other.id)).rejects.toMatchObject({ code: 'invalid' });
    await expect(joinTracks(library.database, b.id, 999)).rejects.toMatchObject({ code: 'not-found' });
    await hearAgain();
    expect(await groups()).toEqual(joined);
  });

  it('are forgotten by no removal', async () => {
    const { database, dataDirectory } = library;
    const { other } = await groups();
    expect(await removeTracks({ database, dataDirectory }, [other.id])).toBe(4);
    expect(await database.$count(recordingPairs)).toBeGreaterThan(0);
    await library.import();
    const { a, b, c, other: again } = await groups();
    expect(new Set([a, b, c, again].map(({ groupId }) => groupId)).size).toBe(1);
  });
});

describe('what an older version joined', () => {
  it('is judged anew when it is heard again', async () => {
    const { database } = library;
    writeTestWav(at('d.wav'), { seed: 21, seconds: 12, sampleRateHz: 44_100 });
    writeTestWav(at('e.wav'), { seed: 22, seconds: 12, sampleRateHz: 44_100 });
    writeTestWav(at('f.wav'), { seed: 22, seconds: 12, sampleRateHz: 48_000 });
    await library.import();
    const { d, e, f } = await groups();
    expect([d, e, f].map(({ groupId }) => groupId)).toEqual([d.id, e.id, e.id]);
    await database.update(tracks).set({ groupId: d.id }).where(eq(tracks.groupId, e.id));
    await hearAgain();
    expect(await groups()).toMatchObject({ d, e, f });
  });
});

/** As after an update from a version without band levels. */
async function hearAgain(): Promise<void> {
  const { database } = library;
  await database.update(sounds).set({ bandLevels: null });
  expect(await queueReanalysis(database)).toBeGreaterThan(0);
  await library.work();
}
