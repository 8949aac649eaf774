import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnalysisClient } from '../../../../analysis/analysisClient';
import { writeTestWav } from '../../../../analysis/testing/sounds.testing';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import { TestFolder } from '../../../recordings/testing/files.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import type { EegSetDescription } from '../../set/eegSetDescription';
import { readArray } from '../../testing/arrays.testing';
import { writeSmallRecording } from '../../testing/smallRecording.testing';
import { trainingPython } from '../../train/trainingPython';
import { eegModelFolder } from '../eegFolders';
import { remeasure } from '../recordings/remeasure';
import { recordingEntropy } from '../recordings/recordingEntropy';
import { makeStoredSet } from '../sets/makeStoredSet';
import { createEegStudy } from '../studies/createEegStudy';
import { eegStudyDetail } from '../studies/eegStudyDetail';
import { ownedEegStudy } from '../studies/ownedEegStudy';
import { setTracks } from '../tables/setTables';
import { bringFile, openTestEeg } from '../testing/eegStore.testing';
import { eegModelDetail } from './eegModelDetail';
import { cancelTraining, removeEegModel } from './endTraining';
import { modelWish } from './modelWish';
import { startTraining } from './startTraining';

const python = process.env.TRAINING_PYTHON;
const found = await trainingPython(python);
const folder = new TestFolder();
const pieces = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const people = ['anna', 'ben'];
const sites = ['F3', 'F4', 'O1', 'O2'];
const seconds = 12;
let library: TestLibrary;
let place: StudyPlace;
let studyId: number;

beforeAll(async () => {
  ({ library, place } = await openTestEeg(found.kind === 'found' ? python : '/nowhere/python'));
  pieces.forEach((name, seed) => writeTestWav(join(library.folder, `${name}.wav`), { seed, seconds }));
  await library.import();
  studyId = await createEegStudy(place, { title: 'Two people' });
  const { files } = await library.rows();
  const trackIdOf = (name: string) => files.find(({ path }) => path.endsWith(`/${name}.wav`))!.trackId;
  const tracks = pieces.map((name, at) => ({
    ...{ name, trackId: trackIdOf(name), valence: at % 2 ? 7 : 3, arousal: at % 4 < 2 ? 7 : 3 },
  }));
  await setTracks(place, { studyId, tracks: [...tracks, { name: 'unheard' }] });
  for (const [person, name] of people.entries()) {
    // Trials begin between the windows of one participant.
    const annotations = pieces.map((label, at) => ({
      ...{ label, onsetSeconds: at * 15 + 1 + 0.2 * person, durationSeconds: seconds },
    }));
    const path = join(folder.path, `${name}.edf`);
    await writeSmallRecording(path, { seconds: 122, sites, annotations });
    const received = await bringFile(place, { studyId, name: `${name}.edf`, path });
    if (received.kind !== 'recording') throw new Error(received.kind);
    const entropy = { preset: 'default' as const, windowSeconds: 4, hopSeconds: 1, stepSeconds: 1 };
    await remeasure(place, { recordingId: received.recordingId, entropy });
  }
  await library.work();
}, 120_000);
afterAll(async () => {
  await library.close();
  folder.remove();
});

describe('a training set of stored windows', () => {
  const out = join(folder.path, 'set');
  beforeAll(async () => {
    const { database, dataDirectory, caller } = place;
    const study = await ownedEegStudy(database, caller, studyId);
    const tools = { database, client: new AnalysisClient(), signal: new AbortController().signal };
    const making = { study, settings: modelWish.parse({}), dataDirectory, out };
    await makeStoredSet(making, { tools, onProgress: () => undefined });
    tools.client.close();
  }, 60_000);

  it('says who listened to what, and was measured as the recordings were', () => {
    const set = JSON.parse(readFileSync(join(out, 'set.json'), 'utf8')) as EegSetDescription;
    expect(set).toMatchObject({
      ...{ title: 'Two people', simulated: false, channels: sites, windowSeconds: 4, hopSeconds: 1 },
      ...{ steps: 4, embedding: { name: 'circumplex embedding', width: 200 } },
    });
    expect(set.participants.map(({ name }) => name)).toEqual(people);
    expect(set.tracks.map(({ name }) => name)).toEqual(pieces);
  });

  it('has the windows of each trial, at the hops of its track, with what the recording has there', async () => {
    const windows = readArray(join(out, 'windows.npy'));
    const eeg = readArray(join(out, 'eeg.npy'));
    const rows = Array.from({ length: windows.shape[0] }, (_, row) =>
      windows.values.slice(3 * row, 3 * row + 3),
    );
    const startsOf = (participant: number, track: number) =>
      rows.filter((row) => row[0] === participant && row[1] === track).map((row) => row[2]);
    expect(startsOf(0, 1)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    // The first window within the trial begins 0.8 s into it, the last 7.8 s.
    expect(startsOf(1, 1)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const { recordings } = await eegStudyDetail(place.database, place.caller, studyId);
    const alpha = await recordingEntropy(place, { recordingId: recordings[1].id, band: 'alpha' });
    const row = rows.findIndex((each) => each[0] === 1 && each[1] === 1 && each[2] === 1);
    // Its trial begins at 16.2 s, this window at 17 s.
    const [width, channel, at] = [sites.length * 4, 2, alpha.startSeconds.indexOf(17)];
    const own = [0, 1, 2, 3].map((step) => eeg.values[(row * 4 + step) * width + channel * 4 + 1]);
    expect(own.reduce((sum, value) => sum + value, 0) / 4).toBeCloseTo(alpha.values[at][channel], 3);
  });
});

describe('training', () => {
  const training = {
    ...{ epochs: 1, schemes: ['tracks' as const], sensitivity: false, processes: 1 },
    eegLabels: 'mean' as const,
  };
  const start = () => startTraining(place, { studyId, settings: { training } });

  it.skipIf(found.kind === 'found')(
    'says what is missing, and by which command it comes',
    async () => {
      const { modelId } = await start();
      await library.work();
      const model = await eegModelDetail(place, modelId);
      expect(model).toMatchObject({ state: 'failed', trained: null, digest: null });
      expect(model.failure).toContain('pip install');
      expect(existsSync(eegModelFolder(place.dataDirectory, { studyId, id: modelId }))).toBe(false);
      await removeEegModel(place, modelId);
    },
    60_000,
  );

  it('is cancelled before it begins, and removed', async () => {
    const { modelId } = await start();
    await cancelTraining(place, modelId);
    await library.work();
    expect(await eegModelDetail(place, modelId)).toMatchObject({ state: 'cancelled', progressLines: [] });
    await removeEegModel(place, modelId);
    await expect(eegModelDetail(place, modelId)).rejects.toThrow(`invalid modelId: ${modelId}`);
  });

  it('is refused before it is queued where there is nothing to train on', async () => {
    const empty = await createEegStudy(place, { title: 'Empty' });
    await expect(startTraining(place, { studyId: empty })).rejects.toThrow('no measured recording');
    // Nobody rated what they heard.
    await expect(startTraining(place, { studyId })).rejects.toThrow('own ratings');
  });

  // With TRAINING_PYTHON, or PyTorch in .venv.
  it.skipIf(found.kind === 'missing')(
    'gives a model with its record, its lines and its scores',
    async () => {
      const { modelId } = await start();
      await library.work();
      const model = await eegModelDetail(place, modelId);
      expect([model.state, model.failure]).toEqual(['done', null]);
      expect(model.digest).toMatchObject({ participants: 2, tracks: 8, channels: 4, preset: 'reduced' });
      expect(model.progressLines.at(-1)).toMatchObject({ fraction: 1 });
      expect(model.progressLines.some(({ loss }) => typeof loss === 'number')).toBe(true);
      expect(model.trained?.record.evaluations.length).toBeGreaterThan(0);
      expect(model.trained?.report).toContain('Two people');
      const folderOf = eegModelFolder(place.dataDirectory, { studyId, id: modelId });
      expect(existsSync(`${folderOf}.set`)).toBe(false);
      for (const { rows } of model.trained?.latent ?? [])
        for (const { x, y } of rows) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
      await removeEegModel(place, modelId);
      expect(existsSync(folderOf)).toBe(false);
    },
    600_000,
  );
});
