import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/ml/random';
import { AnalysisClient } from '../../../../analysis/analysisClient';
import { writeTestWav } from '../../../../analysis/testing/sounds.testing';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import { matBytes } from '../../../recordings/eeg/testing/matBytes.testing';
import { TestFolder } from '../../../recordings/testing/files.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { cleaningWish } from '../../entropy/cleaningWish';
import type { EegSetDescription } from '../../set/eegSetDescription';
import { readArray } from '../../testing/arrays.testing';
import { modelWish } from '../models/modelWish';
import { recordingDetail } from '../recordings/recordingDetail';
import { recordingEntropy } from '../recordings/recordingEntropy';
import { remeasure } from '../recordings/remeasure';
import { createEegStudy } from '../studies/createEegStudy';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { setTracks } from '../tables/setTables';
import { bringFile, openTestEeg } from '../testing/eegStore.testing';
import { makeStoredSet } from './makeStoredSet';

const [trials, channels, samples, baseline] = [3, 40, 8064, 384];
const seconds = 15;
const folder = new TestFolder();
let library: TestLibrary;
let place: StudyPlace;
let studyId: number;
let recordingId: number;

/** [trials, channels, samples], the first going fastest: noise of 10 microvolts, far louder before each trial. */
function deapFile(): Buffer {
  const random = createRandom(2, 'deap');
  const numbers = Float32Array.from({ length: trials * channels * samples }, (_, index) => {
    const isBefore = Math.floor(index / (trials * channels)) < baseline;
    return (isBefore ? 40 : 10) * random.bell();
  });
  const labels = Float64Array.from({ length: trials * 4 }, (_, index) => 2 + (index % trials));
  return matBytes({
    data: { numbers, dimensions: [trials, channels, samples] },
    labels: { numbers: labels, dimensions: [trials, 4] },
  });
}

beforeAll(async () => {
  ({ library, place } = await openTestEeg());
  const heard = ['video 1', 'video 3'];
  heard.forEach((name, seed) => writeTestWav(join(library.folder, `${name}.wav`), { seed, seconds }));
  await library.import();
  const { files } = await library.rows();
  const trackIdOf = (name: string) => files.find(({ path }) => path.endsWith(`/${name}.wav`))!.trackId;
  studyId = await createEegStudy(place, { title: 'DEAP' });
  await setTracks(place, {
    studyId,
    tracks: heard.map((name) => ({ name, trackId: trackIdOf(name), valence: 6 })),
  });
  const path = folder.write('s01.mat', deapFile());
  const received = await bringFile(place, { studyId, name: 's01.mat', path });
  if (received.kind !== 'recording') throw new Error(received.kind);
  ({ recordingId } = received);
  await library.work();
}, 120_000);
afterAll(async () => {
  await library.close();
  folder.remove();
});

describe('DEAP’s preprocessed file in a study', () => {
  it('is measured at its 32 electrodes, with a trial a video and the participant’s own ratings', async () => {
    const recording = await recordingDetail(place.database, place.caller, recordingId);
    expect(recording).toMatchObject({
      ...{ participant: 's01', format: 'DEAP (preprocessed)', state: 'measured', durationSeconds: 180 },
      trials: [
        { name: 'video 1', track: 'video 1', startSeconds: 0, durationSeconds: 60, valence: 2, arousal: 2 },
        { name: 'video 2', track: null, startSeconds: 60, valence: 3 },
        { name: 'video 3', track: 'video 3', startSeconds: 120, valence: 4 },
      ],
    });
    expect(recording.channels).toHaveLength(channels);
    expect(recording.report?.channels).toHaveLength(32);
    expect(recording.report?.warnings.join(' ')).toContain('It was not filtered');
  });

  it('holds nothing of the seconds before a trial, dropped or subtracted', async () => {
    const dropped = await recordingEntropy(place, { recordingId, band: 'alpha' });
    const all = dropped.values.flat();
    // Before the trials the noise is four times as loud, ln 4 more.
    expect(Math.max(...all) - Math.min(...all)).toBeLessThan(Math.log(4));
    await remeasure(place, { recordingId, cleaning: cleaningWish.parse({ baseline: 'subtract' }) });
    await library.work();
    const subtracted = await recordingEntropy(place, { recordingId, band: 'alpha' });
    // A mean taken away is at 0 Hz.
    expect(subtracted.values[0][0]).toBeCloseTo(dropped.values[0][0], 3);
  });

  it('gives a training set of the videos that the study has, as the published 34 of 40', async () => {
    const study = await ownedEegStudy(place.database, place.caller, studyId);
    const out = join(folder.path, 'set');
    const tools = {
      database: place.database,
      client: new AnalysisClient(),
      signal: new AbortController().signal,
    };
    const making = { study, settings: modelWish.parse({}), dataDirectory: place.dataDirectory, out };
    await makeStoredSet(making, { tools, onProgress: () => undefined });
    tools.client.close();
    const set = JSON.parse(readFileSync(join(out, 'set.json'), 'utf8')) as EegSetDescription;
    expect(set).toMatchObject({
      tracks: [{ name: 'video 1' }, { name: 'video 3' }],
      participants: [{ name: 's01', ratings: { 'video 1': { valence: 2 }, 'video 3': { valence: 4 } } }],
    });
    const { values, shape } = readArray(join(out, 'windows.npy'));
    const rows = Array.from({ length: shape[0] }, (_, row) => values.slice(3 * row, 3 * row + 3));
    // As long as their sound is, every half second.
    for (const track of [0, 1])
      expect(rows.filter((row) => row[1] === track).map((row) => row[2])).toEqual(
        Array.from({ length: 11 }, (_, at) => at / 2),
      );
  });
});
