import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eegModels, eegRecordings, people } from '@/db/schema';
import { openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
let studyId: number;
let recordingId: number;
let modelId: number;
beforeAll(async () => {
  house = await openTestHouse(2);
  ({ studyId } = await house.ask.eeg.studies.create({ title: ' Mine ' }));
  const { database } = house.library;
  const file = { studyId, participant: '01', fileName: 'a.edf', sizeBytes: 1, measuring: {} };
  [{ id: recordingId }] = await database.insert(eegRecordings).values(file).returning();
  [{ id: modelId }] = await database
    .insert(eegModels)
    .values({ studyId, title: 'a model', settings: {}, finishedAt: new Date() })
    .returning();
  await database.insert(people).values({ id: 7, name: 'another' });
});
afterAll(() => house.close());

describe('studies of EEG', () => {
  it('are made, listed and renamed', async () => {
    await house.ask.eeg.studies.rename({ studyId, title: 'Ours' });
    expect(await house.ask.eeg.studies.list()).toMatchObject([
      { id: studyId, title: 'Ours', simulated: false, recordings: 1, measured: 0, models: 1 },
    ]);
    expect(await house.ask.eeg.studies.presence({ studyId })).toMatchObject([{ trials: [] }]);
    const { recordings, models, tracks } = await house.ask.eeg.studies.get({ studyId });
    expect(recordings).toMatchObject([{ id: recordingId, state: 'waiting', channels: 0, trials: 0 }]);
    expect([models.length, tracks.length]).toEqual([1, 0]);
  });

  it('have tracks of the catalogue and trials', async () => {
    const tracks = [{ name: 'one', trackId: 2, valence: 6.5 }, { name: 'two' }];
    await house.ask.eeg.tracks.set({ studyId, tracks });
    const trials = [{ name: 'first', startSeconds: 3, durationSeconds: 10, track: 'one', arousal: 4 }];
    await house.ask.eeg.trials.set({ recordingId, trials });
    const recording = await house.ask.eeg.recordings.get({ recordingId });
    expect(recording.trials).toMatchObject([{ ...trials[0], trackId: 2, valence: null }]);
    expect(await house.ask.eeg.studies.presence({ studyId })).toEqual([
      { recordingId, participant: '01', state: 'waiting', trials: [{ track: 'one', rated: true }] },
    ]);
    // A track that keeps its name is the same track; one that goes leaves its trials.
    await house.ask.eeg.tracks.set({ studyId, tracks: [{ name: 'one', trackId: 1 }] });
    expect((await house.ask.eeg.recordings.get({ recordingId })).trials).toMatchObject([
      { track: 'one', trackId: 1 },
    ]);
    await house.ask.eeg.tracks.set({ studyId, tracks: [] });
    expect((await house.ask.eeg.recordings.get({ recordingId })).trials).toMatchObject([
      { name: 'first', track: null, trackId: null },
    ]);
  });

  it('wake the runner when something is to be done', async () => {
    const before = house.woken();
    expect((await house.ask.eeg.studies.begin()).batchId).not.toBeNull();
    expect((await house.ask.eeg.studies.begin()).batchId).toBeNull();
    await house.ask.eeg.recordings.remeasure({ recordingId, cleaning: { highPassHz: null } });
    expect(house.woken()).toBe(before + 2);
    const { measuring, job } = await house.ask.eeg.recordings.get({ recordingId });
    expect(measuring.cleaning).toMatchObject({ highPassHz: null, reference: 'average' });
    expect(job).toMatchObject({ state: 'queued' });
  });

  it('say what is wrong with a question', async () => {
    expect(await refusal('eeg.studies.rename', { studyId, title: '\u0000' })).toMatchObject({ status: 400 });
    const train = { studyId, settings: { training: { threshold: 12 } } };
    expect(await refusal('eeg.models.train', train)).toMatchObject({ status: 400 });
    const { message } = await refusal('eeg.models.train', { studyId });
    expect(message).toContain('still to be measured');
    await expect(house.ask.eeg.query({ recordingId, modelId, limit: 500 })).rejects.toThrow('limit');
    await expect(house.ask.eeg.recordings.entropy({ recordingId, band: 'alpha' })).rejects.toThrow(
      'still to be measured',
    );
  });

  it('are nobody else’s: another person is not even told that they are there', async () => {
    const { eeg } = house.askAs({ personId: 7, role: 'member' });
    expect(await eeg.studies.list()).toEqual([]);
    const ofStudy = `invalid studyId: ${studyId}`;
    const ofRecording = `invalid recordingId: ${recordingId}`;
    const ofModel = `invalid modelId: ${modelId}`;
    await expect(eeg.studies.get({ studyId })).rejects.toThrow(ofStudy);
    await expect(eeg.studies.rename({ studyId, title: 'x' })).rejects.toThrow(ofStudy);
    await expect(eeg.studies.remove({ studyId })).rejects.toThrow(ofStudy);
    await expect(eeg.tracks.set({ studyId, tracks: [] })).rejects.toThrow(ofStudy);
    await expect(eeg.models.list({ studyId })).rejects.toThrow(ofStudy);
    await expect(eeg.models.train({ studyId })).rejects.toThrow(ofStudy);
    await expect(eeg.recordings.get({ recordingId })).rejects.toThrow(ofRecording);
    await expect(eeg.recordings.entropy({ recordingId, band: 'alpha' })).rejects.toThrow(ofRecording);
    await expect(eeg.recordings.remeasure({ recordingId })).rejects.toThrow(ofRecording);
    await expect(eeg.recordings.remove({ recordingId })).rejects.toThrow(ofRecording);
    await expect(eeg.trials.set({ recordingId, trials: [] })).rejects.toThrow(ofRecording);
    await expect(eeg.query({ recordingId, modelId })).rejects.toThrow(ofRecording);
    await expect(eeg.models.get({ modelId })).rejects.toThrow(ofModel);
    await expect(eeg.models.cancel({ modelId })).rejects.toThrow(ofModel);
    await expect(eeg.models.remove({ modelId })).rejects.toThrow(ofModel);
    await expect(eeg.nearestRecordings({ trackId: 1, modelId })).rejects.toThrow(ofModel);
  });

  it('are removed with everything, jobs too', async () => {
    await house.ask.eeg.studies.remove({ studyId });
    expect(await house.ask.eeg.studies.list()).toEqual([]);
    expect(await refusal('eeg.recordings.remove', { recordingId })).toMatchObject({ status: 404 });
    const { jobs } = await house.library.rows();
    expect(jobs.filter(({ exclusiveKey }) => exclusiveKey?.startsWith('eeg:'))).toEqual([]);
  });
});
