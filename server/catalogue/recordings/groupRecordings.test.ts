import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { removeTracks } from '../tracks/removeTracks';
import { openTestLibrary, type TestLibrary } from '../testing/library.testing';
import { writeTestWav } from '../../analysis/testing/sounds.testing';

let library: TestLibrary;
const at = (name: string) => join(library.folder, name);

beforeAll(async () => {
  library = await openTestLibrary();
});
afterAll(() => library.close());

describe('encodings of one recording', () => {
  it('are one group, named by the first, whatever their rate, width and channels', async () => {
    const recording = { seed: 5, seconds: 12 };
    writeTestWav(at('a.wav'), { ...recording, sampleRateHz: 44_100 });
    writeTestWav(at('b.wav'), { ...recording, sampleRateHz: 48_000, channels: 2, bits: 24 });
    writeTestWav(at('c.wav'), { ...recording, sampleRateHz: 22_050 });
    writeTestWav(at('other.wav'), { seed: 8, seconds: 12, sampleRateHz: 44_100 });
    await library.import();
    const { tracks } = await library.rows();
    const [first, second, third, other] = tracks;
    expect(tracks).toHaveLength(4);
    expect([first, second, third].map(({ groupId }) => groupId)).toEqual([first.id, first.id, first.id]);
    expect(other.groupId).toBe(other.id);
  });

  it('are removed together', async () => {
    const { tracks } = await library.rows();
    const { database, dataDirectory } = library;
    expect(await removeTracks({ database, dataDirectory }, [tracks[1].id])).toBe(3);
    const left = await library.rows();
    expect(left.tracks.map(({ id }) => id)).toEqual([tracks[3].id]);
    expect(left.files.map(({ path }) => path)).toEqual([at('other.wav')]);
    expect(left.analyses).toHaveLength(1);
  });
});
