import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entropyWindows } from '@/ml/eeg/entropy/differentialEntropy';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import { TestFolder } from '../../../recordings/testing/files.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { recordedEntropy } from '../../entropy/recordedEntropy';
import { writeSmallRecording } from '../../testing/smallRecording.testing';
import { eegStudyFolder, windowsFolder } from '../eegFolders';
import { createEegStudy } from '../studies/createEegStudy';
import { eegStudyDetail } from '../studies/eegStudyDetail';
import { listEegStudies } from '../studies/listEegStudies';
import { removeEegStudy } from '../studies/removeEegStudy';
import { setTracks, setTrials } from '../tables/setTables';
import { bringFile, bringText, lines, openTestEeg } from '../testing/eegStore.testing';
import { setParticipant } from './setParticipant';
import { fileRole, isReadWith, participantOf, recordingStem } from './fileRole';
import { recordingDetail } from './recordingDetail';
import { recordingEntropy } from './recordingEntropy';
import { remeasure } from './remeasure';
import { removeRecording } from './removeRecording';

const sites = ['Fp1', 'Fp2', 'F3', 'F4', 'C3', 'C4', 'P3', 'P4', 'O1', 'O2'];
const folder = new TestFolder();
const at = (name: string) => join(folder.path, name);
let library: TestLibrary;
let place: StudyPlace;
let studyId: number;

beforeAll(async () => {
  ({ library, place } = await openTestEeg());
  studyId = await createEegStudy(place, { title: 'Four pieces' });
  const annotations = [
    { onsetSeconds: 2, durationSeconds: 15, label: 'one' },
    { onsetSeconds: 20, durationSeconds: 0, label: 'two' },
    { onsetSeconds: 21, durationSeconds: 0, label: 'cough' },
  ];
  await writeSmallRecording(at('a.edf'), { seconds: 40, sites, annotations, jumpSeconds: 12, flat: 'P4' });
  await bringFile(place, { studyId, name: 'sub-07_task-music_eeg.edf', path: at('a.edf') });
  await bringText(place, { studyId, name: 'noise.edf', text: 'no recording at all' });
  await library.work();
});
afterAll(async () => {
  await library.close();
  folder.remove();
});

const study = () => eegStudyDetail(place.database, place.caller, studyId);
const first = async () => {
  const { recordings } = await study();
  const { id } = recordings.find(({ fileName }) => fileName.startsWith('sub-07'))!;
  return recordingDetail(place.database, place.caller, id);
};

describe('a recording that was brought', () => {
  it('is described, cleaned and measured, and says what was dropped', async () => {
    const recording = await first();
    expect(recording).toMatchObject({
      ...{ participant: '07', state: 'measured', failure: null, format: 'EDF+C', durationSeconds: 40 },
      ...{ studyId, simulated: false, job: null },
    });
    expect(recording.channels.map(({ site }) => site)).toEqual(sites);
    expect(recording.channels[0]).toMatchObject({ name: 'EEG Fp1', unit: 'uV', kind: 'eeg', rateHz: 128 });
    expect(recording.events.map(({ label }) => label)).toEqual(['one', 'two', 'cough']);
    expect(recording.dropped.join('; ')).toContain('bad channel EEG P4: flat');
    expect(recording.windows?.rejected).toBeGreaterThan(0);
    expect(recording.report?.windows).toEqual(recording.windows);
  });

  it('has the entropy that it has by itself, a band at a time, at places on the head', async () => {
    const { id } = await first();
    const alpha = await recordingEntropy(place, { recordingId: id, band: 'alpha' });
    const windows = entropyWindows((await recordedEntropy(at('a.edf'), {})).windows);
    expect(alpha.channels.map(({ name }) => name)).toEqual(windows.channels);
    expect(alpha.channels[0].position).toHaveLength(3);
    expect(alpha.startSeconds).toEqual([...windows.startSeconds]);
    expect(alpha.rejected).toEqual(Array.from(windows.rejected, (each) => each === 1));
    const stretch = {
      fromSeconds: alpha.startSeconds[1],
      toSeconds: alpha.startSeconds[3] + alpha.windowSeconds,
    };
    const some = await recordingEntropy(place, { recordingId: id, band: 'alpha', ...stretch });
    expect(some.startSeconds).toEqual(alpha.startSeconds.slice(1, 4));
    expect(some.values).toEqual(alpha.values.slice(1, 4));
    const [width, band] = [windows.channels.length * 4, windows.bands.indexOf('alpha')];
    const expected = (window: number, channel: number) => {
      let sum = 0;
      for (let step = 0; step < windows.steps; step++)
        sum += windows.values[(window * windows.steps + step) * width + channel * 4 + band];
      return sum / windows.steps;
    };
    alpha.values.forEach((row, window) =>
      row.forEach((value, channel) => expect(value).toBeCloseTo(expected(window, channel), 4)),
    );
    await expect(recordingEntropy(place, { recordingId: id, band: 'delta' })).rejects.toThrow(
      'invalid band: delta (one of theta, alpha, beta, gamma)',
    );
  });

  it('is refused in plain words where it is none', async () => {
    const { recordings } = await study();
    const refused = recordings.find(({ fileName }) => fileName === 'noise.edf')!;
    expect(refused).toMatchObject({ state: 'refused', job: null, windows: null });
    expect(refused.failure).toContain('noise.edf');
    await expect(recordingEntropy(place, { recordingId: refused.id, band: 'alpha' })).rejects.toThrow(
      'it was refused',
    );
  });

  it('is measured anew as it is told, with no windows of before left', async () => {
    const { id, measuring } = await first();
    await remeasure(place, {
      recordingId: id,
      entropy: { preset: 'default', bands: [{ name: 'low', fromHz: 4, toHz: 12 }], windowSeconds: 4 },
    });
    expect((await first()).state).toBe('waiting');
    await library.work();
    const again = await first();
    expect(again.measuring.cleaning).toEqual(measuring.cleaning);
    expect(again.report).toMatchObject({ bands: ['low'], plan: { windowSeconds: 4 } });
    const { bands, windowSeconds } = await recordingEntropy(place, { recordingId: id, band: 'low' });
    expect([bands, windowSeconds]).toEqual([['low'], 4]);
    expect(readdirSync(windowsFolder(place.dataDirectory, studyId))).toHaveLength(2);
  });
});

describe('tracks and trials', () => {
  it('come of events that are called as tracks', async () => {
    await setTracks(place, {
      studyId,
      tracks: [
        { name: 'one', valence: 7, arousal: 2 },
        { name: 'two', valence: null },
      ],
    });
    expect((await first()).trials).toMatchObject([
      { name: 'one', track: 'one', trackId: null, startSeconds: 2, durationSeconds: 15 },
      { name: 'two', track: 'two', startSeconds: 20, durationSeconds: null },
    ]);
    expect((await study()).tracks).toMatchObject([
      { name: 'one', valence: 7, arousal: 2, trials: 1 },
      { name: 'two', valence: null, trials: 1 },
    ]);
  });

  it('come of tables, also before the recording that they name', async () => {
    const trials = lines(
      ['participant', 'file', 'onset', 'duration', 'event', 'track', 'valence', 'arousal'],
      ['anna', 'sub-07_task-music_eeg.edf', '', 10, 'cough', 'two', 8, 3],
      ['ben', 'late.edf', 3, 9, '', 'one', 2, ''],
    );
    expect(await bringText(place, { studyId, name: 'trials.tsv', text: trials })).toEqual({
      kind: 'trials',
      trials: 1,
    });
    const changed = await first();
    expect(changed).toMatchObject({ participant: 'anna' });
    expect(changed.trials).toMatchObject([
      { track: 'two', startSeconds: 21, durationSeconds: 10, valence: 8, arousal: 3 },
    ]);
    await writeSmallRecording(at('late.edf'), { sites });
    await bringFile(place, { studyId, name: 'late.edf', path: at('late.edf') });
    await library.work();
    const { recordings } = await study();
    const late = recordings.find(({ fileName }) => fileName === 'late.edf')!;
    expect(late).toMatchObject({ participant: 'ben', state: 'measured', trials: 1 });
  });

  it('stay with a recording of which is said whose it is', async () => {
    const { id, trials } = await first();
    await setParticipant(place, id, ' carla\n');
    expect(await first()).toMatchObject({ participant: 'carla', trials });
    await expect(setParticipant(place, id, ' \u0000')).rejects.toThrow('invalid participant: (none)');
    const stranger = { ...place, caller: { ...place.caller, personId: place.caller.personId + 1 } };
    await expect(setParticipant(stranger, id, 'dora')).rejects.toThrow('invalid recordingId');
    await setParticipant(place, id, 'anna');
  });

  it('are refused where they cannot be, and nothing changes', async () => {
    const { id, trials } = await first();
    const bad = [{ name: 'x', startSeconds: 1, valence: 10 }];
    await expect(setTrials(place, { recordingId: id, trials: bad })).rejects.toThrow('invalid');
    const beyond = [{ name: 'x', startSeconds: 41 }];
    await expect(setTrials(place, { recordingId: id, trials: beyond })).rejects.toThrow(
      'invalid trials[0].startSeconds: 41 (sub-07_task-music_eeg.edf ends at 40 s)',
    );
    const [good] = [{ name: 'x', startSeconds: 1 }];
    const long = [good, { name: 'y', startSeconds: 30, durationSeconds: 11 }];
    await expect(setTrials(place, { recordingId: id, trials: long })).rejects.toThrow(
      'invalid trials[1].durationSeconds: 11 (it would end at 41 s',
    );
    const unheard = [good, good, { ...good, track: 'three' }];
    await expect(setTrials(place, { recordingId: id, trials: unheard })).rejects.toThrow(
      'invalid trials[2].track: three',
    );
    const twice = [{ name: 'one' }, { name: 'one' }];
    await expect(setTracks(place, { studyId, tracks: twice })).rejects.toThrow('invalid track: one');
    await expect(setTracks(place, { studyId, tracks: [{ name: 'one', trackId: 99 }] })).rejects.toThrow(
      'invalid trackId: 99',
    );
    const text = lines(['track', 'valence', 'sound'], ['one', 12, 'a.wav']);
    await expect(bringText(place, { studyId, name: 'tracks.tsv', text })).rejects.toThrow('line 2');
    expect((await first()).trials).toEqual(trials);
    expect((await study()).tracks).toHaveLength(2);
  });
});

describe('files', () => {
  it.each([
    ['a/trials.tsv', 'trials'],
    ['tracks.TSV', 'tracks'],
    ['sub-01_events.tsv', 'beside'],
    ['sub-01_eeg.json', 'beside'],
    ['rest.vmrk', 'beside'],
    ['rest.eeg', 'beside'],
    ['testbva.dat', 'beside'],
    ['deap/s01.dat', 'recording'],
    ['rest.vhdr', 'recording'],
    ['rest.set', 'recording'],
    ['muse.csv', 'recording'],
  ])('called %s are %s', (name, role) => {
    expect(fileRole(name)).toBe(role);
  });

  it('are of the recording whose stem they have, and of the participant that they name', () => {
    expect(recordingStem('sub-01_task-a_eeg.vhdr')).toBe(recordingStem('sub-01_task-a_events.tsv'));
    expect(recordingStem('b/rest.vhdr')).toBe(recordingStem('b/rest.eeg'));
    expect(isReadWith('test.eeg', 'test.vhdr')).toBe(true);
    expect(isReadWith('test.eeg', 'test.edf')).toBe(false);
    expect(isReadWith('test.dat', 'test.set')).toBe(true);
    expect(isReadWith('test_events.tsv', 'test.edf')).toBe(true);
    expect(participantOf('eeg/sub-Anna_task-a_eeg.edf')).toBe('Anna');
    expect(participantOf('ben.edf')).toBe('ben');
  });
});

describe('what is removed', () => {
  it('is gone for good: a recording, and a study with all of it', async () => {
    const { id } = await first();
    await removeRecording(place, id);
    await expect(recordingDetail(place.database, place.caller, id)).rejects.toThrow('invalid recordingId');
    expect((await study()).recordings).toHaveLength(2);
    await removeEegStudy(place, studyId);
    expect(await listEegStudies(place.database, place.caller)).toEqual([]);
    expect(existsSync(eegStudyFolder(place.dataDirectory, studyId))).toBe(false);
  });
});
