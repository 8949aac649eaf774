import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entropyWindows } from '@/ml/eeg/entropy/differentialEntropy';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { createRandom } from '@/ml/random';
import { AnalysisClient } from '../../../analysis/analysisClient';
import { writeTestWav } from '../../../analysis/testing/sounds.testing';
import { stimulusFeatures, type FeatureTools } from '../../features/stimulusFeatures';
import { TestFolder } from '../../recordings/testing/files.testing';
import { recordedEntropy } from '../entropy/recordedEntropy';
import { readArray, writeArray } from '../testing/arrays.testing';
import { writeSmallRecording } from '../testing/smallRecording.testing';
import type { EegSetDescription } from './eegSetDescription';
import { makeEegSet } from './makeEegSet';

const folder = new TestFolder();
let opened: TestDatabase;
let tools: FeatureTools;
beforeAll(async () => {
  opened = await openTestDatabase();
  tools = {
    database: opened.database,
    dataDirectory: join(folder.path, 'data'),
    client: new AnalysisClient(),
  };
});
afterAll(async () => {
  tools.client.close();
  await opened.close();
  folder.remove();
});

const at = (...parts: string[]) => join(folder.path, ...parts);
const setOf = (name: string): EegSetDescription =>
  JSON.parse(readFileSync(at(name, 'set.json'), 'utf8')) as EegSetDescription;
const entropy = { windowSeconds: 2, hopSeconds: 1, stepSeconds: 1 };
// Reference, bad channels and filters of a whole recording are no affair of windows.
const measuring = { entropy };
const lines = (...rows: (string | number)[][]) => rows.map((row) => `${row.join('\t')}\n`).join('');
const sites = ['Fp1', 'Fp2', 'F3', 'F4', 'C3', 'C4', 'P3', 'P4', 'O1', 'O2'];

describe('a training set of recordings with tables', () => {
  beforeAll(async () => {
    folder.write(
      'study/tracks.tsv',
      lines(['track', 'valence', 'arousal', 'sound'], ['one', 6.5, 3, 'one.wav'], ['two', 2, '', 'two.wav']),
    );
    folder.write(
      'study/trials.tsv',
      lines(
        ['participant', 'file', 'onset', 'event', 'duration', 'track', 'valence', 'arousal'],
        ['anna', 'anna.edf', 2, '', 6, 'one', 7, 4],
        ['anna', 'anna.edf', 10, '', 7, 'two', 3, ''],
        ['anna', 'anna.edf', 0, '', 2, 'three', 3, 3],
        ['ben', 'ben.edf', '', 'second', '', 'two', 4, 5],
      ),
    );
    writeTestWav(at('study', 'one.wav'), { seed: 1, seconds: 8 });
    writeTestWav(at('study', 'two.wav'), { seed: 2, seconds: 5 });
    await writeSmallRecording(at('study', 'anna.edf'), { sites, jumpSeconds: 6 });
    const annotations = [{ onsetSeconds: 3, durationSeconds: 5, label: 'second' }];
    await writeSmallRecording(at('study', 'ben.edf'), { sites: [...sites, 'Cz'], annotations });
    await makeEegSet({ folder: at('study'), out: at('set'), wish: { measuring } }, { tools });
  });

  it('says what it holds, in the format that training reads', () => {
    expect(setOf('set')).toMatchObject({
      ...{ title: 'study', simulated: false, channels: sites, steps: 2, ...entropy },
      embedding: { name: 'circumplex embedding', width: 200, hopSeconds: 0.5 },
      participants: [
        { name: 'anna', ratings: { one: { valence: 7, arousal: 4 }, two: { valence: 3, arousal: null } } },
        { name: 'ben', ratings: { two: { valence: 4, arousal: 5 } } },
      ],
      tracks: [
        { name: 'one', valence: 6.5, arousal: 3 },
        { name: 'two', valence: 2, arousal: null },
      ],
    });
  });

  it('has the windows of trials but those with artefacts and those beyond the sound', () => {
    const { values, shape } = readArray(at('set', 'windows.npy'));
    const rows = Array.from({ length: shape[0] }, (_, row) => values.slice(3 * row, 3 * row + 3));
    const startsOf = (participant: number, track: number) =>
      rows.filter((row) => row[0] === participant && row[1] === track).map((row) => row[2]);
    // The jump is at 6 s of the recording, 4 s of the trial; filters spread it a little.
    const clean = startsOf(0, 0);
    expect(clean).toEqual([0, 1, 2, 3, 4].filter((start) => clean.includes(start)));
    expect(clean).toContain(0);
    expect(clean).not.toContain(3);
    expect(clean).not.toContain(4);
    // Seven seconds of recording, five of sound.
    expect(startsOf(0, 1)).toEqual([0, 1, 2, 3]);
    expect(startsOf(1, 1)).toEqual([0, 1, 2, 3]);
    expect(rows).toHaveLength(clean.length + 8);
  });

  it('has the entropy that the recording has there, and the embedding of the same stretch', async () => {
    const windows = readArray(at('set', 'windows.npy')).values;
    const eeg = readArray(at('set', 'eeg.npy'));
    const music = readArray(at('set', 'music.npy'));
    const whole = entropyWindows((await recordedEntropy(at('study', 'anna.edf'), measuring)).windows);
    const outcome = await stimulusFeatures(tools, {
      path: at('study', 'two.wav'),
      wanted: ['circumplex embedding'],
    });
    if (outcome.kind !== 'answered') throw new Error(outcome.kind);
    const { values: frames } = outcome.answer['circumplex embedding'];
    const row = Array.from({ length: eeg.shape[0] }, (_, each) => each).find(
      (each) => windows[3 * each] === 0 && windows[3 * each + 1] === 1 && windows[3 * each + 2] === 1,
    )!;
    const size = 2 * 10 * 4;
    // The trial begins at 10 s, this window a second later.
    const expected = Array.from(whole.values.subarray(11 * size, 12 * size));
    eeg.values
      .slice(row * size, (row + 1) * size)
      .forEach((value, i) => expect(value).toBeCloseTo(expected[i], 4));
    for (const column of [0, 7, 199]) {
      const own = [2, 3, 4, 5].map((frame) => frames.values[frame * 200 + column]);
      const mean = own.reduce((sum, value) => sum + value, 0) / 4;
      expect(music.values[row * 200 + column]).toBeCloseTo(mean, 5);
    }
  });

  it('tells what it left out', async () => {
    const made = await makeEegSet({ folder: at('study'), out: at('again'), wish: { measuring } }, { tools });
    expect(made).toMatchObject({
      leftOutChannels: ['Cz'],
      counts: { trials: 3, otherTrials: 1, beyondSound: 2 },
    });
    expect(made.counts.rejected).toBeGreaterThanOrEqual(2);
    expect(made.counts.windows).toBe(readArray(at('again', 'eeg.npy')).shape[0]);
  });

  it('refuses a table by its line, and leaves no folder behind', async () => {
    folder.write('wrong/tracks.tsv', lines(['track', 'sound'], ['one', 'one.wav']));
    const refused = (...row: (string | number)[]) => {
      folder.write(
        'wrong/trials.tsv',
        lines(['participant', 'file', 'onset', 'event', 'track', 'valence'], row),
      );
      return expect(makeEegSet({ folder: at('wrong'), out: at('never'), wish: {} }, { tools })).rejects;
    };
    await writeSmallRecording(at('wrong', 'a.edf'), { sites });
    await refused('a', 'a.edf', 0, '', 'one', 12).toThrow(
      'line 2, column valence: "12" (a number from 1 to 9)',
    );
    await refused('a', 'a.edf', '', 'song', 'one', 5).toThrow(
      'line 2, event: "song" is 0 times in its recording',
    );
    await refused('a', 'b.edf', 0, '', 'one', 5).toThrow('b.edf');
    await refused('a', 'a.edf', 0, '', 'one', 5).toThrow('one.wav');
    await expect(makeEegSet({ folder: at('set'), out: at('never'), wish: {} }, { tools })).rejects.toThrow(
      'tracks.tsv',
    );
    expect(() => readFileSync(at('never', 'set.json'))).toThrow();
  });
});

it('takes trials of DEAP’s layout, of the tracks that are named, with embeddings that are brought', async () => {
  const random = createRandom(1, 'deap');
  const noise = Float32Array.from({ length: 3 * 32 * 7680 }, () => 10 * random.bell());
  folder.write(
    'deap/tracks.tsv',
    lines(['track', 'embedding'], ['video 3', 'three.csv'], ['video 1', 'one.csv']),
  );
  for (const name of ['one', 'three'])
    folder.write(
      `deap/${name}.csv`,
      lines(['a', 'b'], ...Array.from({ length: 60 }, (_, row) => [row, -row])),
    );
  writeArray(at('deap', 's01_data.npy'), [3, 32, 7680], noise);
  writeArray(
    at('deap', 's01_labels.npy'),
    [3, 4],
    Float32Array.from({ length: 12 }, (_, i) => 1 + (i % 8)),
  );
  const wish = {
    ...{ broughtHopSeconds: 1, embedding: 'musicnn' },
    measuring: { entropy: { preset: 'published' as const }, cleaning: { findBad: false } },
  };
  const made = await makeEegSet({ folder: at('deap'), out: at('deap-set'), wish }, { tools });
  expect(made.counts).toEqual({ trials: 2, otherTrials: 1, windows: 116, rejected: 0, beyondSound: 0 });
  const described = setOf('deap-set');
  expect(described.embedding).toEqual({ name: 'musicnn', width: 2, hopSeconds: 1, version: null });
  expect(described.participants).toEqual([
    expect.objectContaining({
      name: 's01',
      ratings: expect.objectContaining({ 'video 3': { valence: 1, arousal: 2 } }) as unknown,
    }),
  ]);
  expect(readArray(at('deap-set', 'music.npy')).values.slice(0, 4)).toEqual([1, -1, 2, -2]);
});
