import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse, tsvFormat } from 'd3-dsv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageRoot } from '@/db/packageRoot';
import { datasetFiles } from '../../../recordings/bids/datasetFiles';
import { TestFolder } from '../../../recordings/testing/files.testing';
import type { MappingRow } from '../mappingRow';
import type { BidsMapping } from './mapBids';
import { mapBidsFiles } from './mapBidsFiles';

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
  json('dataset_description.json', { Name: 'Sad music', BIDSVersion: '1.10.0' });
});
afterEach(() => folder.remove());

const json = (place: string, content: unknown) => folder.write(place, JSON.stringify(content));
const events = (place: string, ...rows: (string | number)[][]) =>
  folder.write(
    place,
    [['onset', 'duration', 'stim_file'], ...rows].map((row) => `${row.join('\t')}\n`).join(''),
  );

async function mapped(): Promise<BidsMapping> {
  const mapping = await mapBidsFiles((await datasetFiles(folder.path)).files);
  if (mapping === null) throw new Error('it is no dataset');
  return mapping;
}

/** What is used, in short, with what is told of times. */
async function used(): Promise<unknown[][]> {
  const { rows } = await mapped();
  return rows
    .filter(({ use }) => use !== 'ignore')
    .map(({ file, use, participant, stimulus, hopSeconds, startSeconds }) => [
      ...[file.split('/').pop(), use, participant, stimulus, hopSeconds, startSeconds],
    ]);
}

const messages = ({ notes }: BidsMapping, kind: 'fault' | 'unused') =>
  notes.filter((note) => note.kind === kind).map(({ message }) => message);

function rowOf({ rows }: BidsMapping, ending: string): MappingRow {
  const row = rows.find(({ file }) => file.endsWith(ending));
  if (!row) throw new Error(`there is no row of ${ending}`);
  return row;
}

describe('a BIDS dataset', () => {
  it('is taken by its derivatives by region, with confounds, ratings and tables', async () => {
    json('task-happy_bold.json', { RepetitionTime: 1.5 });
    folder.write('participants.tsv', 'participant_id\nsub-01\nsub-02\n');
    for (const sub of ['01', '02']) {
      const stem = `sub-${sub}/func/sub-${sub}_task-happy`;
      folder.write(`${stem}_bold.nii.gz`, 'x');
      json(`${stem}_recording-joy_physio.json`, {
        ...{ SamplingFrequency: 10, StartTime: 0, Columns: ['cardiac', 'rating'] },
      });
      folder.write(`${stem}_recording-joy_physio.tsv.gz`, 'x');
      folder.write(`derivatives/fmriprep/${stem}_desc-confounds_timeseries.tsv`, 'x');
      folder.write(`derivatives/xcp_d/${stem}_atlas-Glasser_timeseries.tsv`, 'x');
    }
    folder.write('derivatives/xcp_d/sub-01/func/sub-01_task-happy_atlas-Tian_timeseries.tsv', 'x');
    folder.write('sub-01/anat/sub-01_T1w.nii.gz', 'x');
    const mapping = await mapped();
    expect(mapping.dataset).toBe('Sad music');
    const ofOne = (sub: string) => [
      [`sub-${sub}_task-happy_atlas-Glasser_timeseries.tsv`, 'recording', sub, 'happy', 1.5, null],
      [`sub-${sub}_task-happy_desc-confounds_timeseries.tsv`, 'confounds', sub, 'happy', 1.5, null],
      [`sub-${sub}_task-happy_recording-joy_physio.tsv.gz`, 'rating', sub, 'happy', null, null],
    ];
    expect(await used()).toEqual([
      ...[...ofOne('01'), ...ofOne('02')],
      ['participants.tsv', 'participants', null, null, null, null],
    ]);
    expect(rowOf(mapping, 'sub-01_task-happy_recording-joy_physio.tsv.gz')).toMatchObject({
      name: 'joy',
      columns: ['rating'],
    });
    expect(messages(mapping, 'fault')).toEqual([]);
    expect(messages(mapping, 'unused').join('\n')).toMatch(
      /atlas-Tian_timeseries.tsv \(another version is taken\)\nT1w: sub-01/,
    );
  });

  it('has a piece a run where somebody heard its task again', async () => {
    for (const session of ['1', '2'])
      for (const run of ['1', '2'])
        folder.write(
          `sub-1/ses-${session}/func/sub-1_ses-${session}_task-x_run-${run}_desc-roi_timeseries.tsv`,
          'x',
        );
    expect((await used()).map(([, , , stimulus]) => stimulus)).toEqual([
      ...['x ses-1 run-1', 'x ses-1 run-2', 'x ses-2 run-1', 'x ses-2 run-2'],
    ]);
  });

  it('has the pieces that its events name, each from its own beginning', async () => {
    const stem = 'sub-1/func/sub-1_task-music';
    folder.write(`${stem}_desc-roi_timeseries.tsv`, 'x');
    json(`${stem}_desc-roi_timeseries.json`, { RepetitionTime: 2 });
    json(`${stem}_recording-joy_physio.json`, { SamplingFrequency: 5, StartTime: -2, Columns: ['joy'] });
    folder.write(`${stem}_recording-joy_physio.tsv`, 'x');
    events(`${stem}_events.tsv`, [10, 60, 'sad/lament.wav'], [80, 'n/a', 'march.wav'], [200, 1, 'cue.png']);
    folder.write('stimuli/sad/lament.wav', 'x');
    const [recording, rating] = [
      'sub-1_task-music_desc-roi_timeseries.tsv',
      'sub-1_task-music_recording-joy_physio.tsv',
    ];
    expect(await used()).toEqual([
      [recording, 'recording', '1', 'lament', 2, -10],
      [recording, 'recording', '1', 'march', 2, -80],
      [rating, 'rating', '1', 'lament', null, -12],
      [rating, 'rating', '1', 'march', null, -82],
      ['lament.wav', 'sound', null, 'lament', null, null],
    ]);
    const mapping = await mapped();
    expect(mapping.rows.slice(0, 2).map(({ durationSeconds }) => durationSeconds)).toEqual([60, null]);
    expect(messages(mapping, 'fault')).toEqual([
      'invalid stim_file: march.wav (it is not here: bring it as stimuli/march.wav, or give the piece a track)',
    ]);
  });

  it('takes events from above, and features of everybody for every run of their task', async () => {
    events('task-x_events.tsv', [4, 30, 'tune.mp3']);
    folder.write('sub-1/func/sub-1_task-x_run-1_desc-roi_timeseries.tsv', 'x');
    folder.write('sub-1/func/sub-1_task-x_run-2_desc-roi_timeseries.tsv', 'x');
    folder.write('stimuli/tune.mp3', 'x');
    folder.write('stimuli/task-x_desc-envelope_stim.tsv.gz', 'x');
    const names = ['tune x run-1', 'tune x run-2'];
    expect((await used()).map(([, use, , stimulus, , start]) => [use, stimulus, start])).toEqual([
      ...names.map((name) => ['recording', name, -4]),
      ...names.map((name) => ['feature', name, null]),
      ...names.map((name) => ['sound', name, null]),
    ]);
  });

  it('has its volumes reduced by the label image of their space, and waits for one where there is none', async () => {
    const stem = 'derivatives/fmriprep/sub-1/func/sub-1_task-x_space-MNI152NLin2009cAsym';
    folder.write('sub-1/func/sub-1_task-x_bold.nii.gz', 'x');
    folder.write(`${stem}_desc-preproc_bold.nii.gz`, 'x');
    folder.write(`${stem}_desc-aparcaseg_dseg.nii.gz`, 'x');
    folder.write('atlas/tpl-MNI152NLin6Asym_atlas-Other_dseg.nii.gz', 'x');
    const waiting = await mapped();
    expect(rowOf(waiting, 'desc-preproc_bold.nii.gz')).toMatchObject({
      ...{ use: 'ignore', participant: '1', stimulus: 'x' },
    });
    expect(messages(waiting, 'fault')).toEqual([
      expect.stringMatching(/^invalid recording of 1, x: volumes without regions \(1 label images are here/),
    ]);
    folder.write('atlas/tpl-MNI152NLin2009cAsym_atlas-Schaefer_dseg.nii.gz', 'x');
    folder.write('atlas/tpl-MNI152NLin2009cAsym_atlas-Schaefer_dseg.tsv', 'index\tname\n1\tA\n');
    const mapping = await mapped();
    expect(rowOf(mapping, 'desc-preproc_bold.nii.gz')).toMatchObject({
      use: 'recording',
      labels: 'atlas/tpl-MNI152NLin2009cAsym_atlas-Schaefer_dseg.nii.gz',
      labelNames: 'atlas/tpl-MNI152NLin2009cAsym_atlas-Schaefer_dseg.tsv',
    });
    expect(messages(mapping, 'fault')).toEqual([]);
  });

  it('tells physiology from ratings, and ratings of _stim from features', async () => {
    const stem = 'sub-1/func/sub-1_task-x';
    json(`${stem}_physio.json`, { SamplingFrequency: 1, StartTime: 0, Columns: ['cardiac', 'respiratory'] });
    folder.write(`${stem}_physio.tsv.gz`, 'x');
    json(`${stem}_recording-dial_stim.json`, { SamplingFrequency: 1, StartTime: 0, Columns: ['valence'] });
    folder.write(`${stem}_recording-dial_stim.tsv.gz`, 'x');
    json(`${stem}_stim.json`, { SamplingFrequency: 1, StartTime: 0, Columns: ['loudness'] });
    folder.write(`${stem}_stim.tsv.gz`, 'x');
    const mapping = await mapped();
    expect(rowOf(mapping, 'dial_stim.tsv.gz')).toMatchObject({ use: 'rating', name: null });
    expect(rowOf(mapping, 'task-x_stim.tsv.gz')).toMatchObject({ use: 'feature', participant: '1' });
    expect(messages(mapping, 'unused')[0]).toContain('no rating among its columns cardiac, respiratory');
  });

  it('is no dataset without a run', async () => {
    folder.write('sub-1/anat/sub-1_T1w.nii.gz', 'x');
    expect(await mapBidsFiles((await datasetFiles(folder.path)).files)).toBeNull();
  });
});

describe('what is wrong', () => {
  it('is told by participant, run and file, and everything else is taken', async () => {
    folder.write('participants.tsv', 'name\nsomebody\n');
    for (const [sub, sidecar] of Object.entries({
      a: '{"RepetitionTime": 2000}',
      b: '[1]',
      c: '{"RepetitionTime": "two"}',
      d: '{"RepetitionTime": 2}',
    })) {
      folder.write(`sub-${sub}/func/sub-${sub}_task-x_run-1_timeseries.json`, sidecar);
      folder.write(`sub-${sub}/func/sub-${sub}_task-x_run-1_timeseries.tsv`, 'x');
    }
    folder.write('sub-d/func/sub-d_task-x_run-1_events.tsv', 'onset\tduration\nsoon\t1\n');
    json('sub-d/func/sub-d_task-x_run-1_bold.json', { RepetitionTime: 1 });
    folder.write('sub-d/func/sub-d_task-x_run-1_bold.nii', 'x');
    const mapping = await mapped();
    const told = messages(mapping, 'fault');
    for (const words of [
      /participants\.tsv \(its first line has no participant_id\)/,
      /^invalid RepetitionTime of a, x, run 1: 2000 for sub-a_task-x_run-1_timeseries\.tsv \(.*milliseconds/,
      /^invalid run of b, x, run 1: sub-b_task-x_run-1_timeseries\.json \(it is not a JSON object\)/,
      /^invalid RepetitionTime of c, x, run 1: "two"/,
      /^invalid run of d, x, run 1: sub-d_task-x_run-1_events\.tsv \(line 2, column onset: "soon"/,
      /^invalid RepetitionTime of d, x, run 1: 2 for .*timeseries\.tsv, 1 for the scanner/,
    ])
      expect(told.filter((message) => words.test(message))).toHaveLength(1);
    expect(mapping.rows.filter(({ use }) => use === 'recording').map(({ hopSeconds }) => hopSeconds)).toEqual(
      [...[null, null, null, 2]],
    );
  });
});

const shared = join(packageRoot(), '../shared/neuro/fmri_events');
describe.skipIf(!existsSync(shared))('events of real datasets (../shared/neuro/fmri_events)', () => {
  /** Writes the joined events of a dataset as the files that they were, with a recording each. */
  function writeRuns(file: string, stemOf: (row: Record<string, string>) => string): string[] {
    const byRun = new Map<string, Record<string, string>[]>();
    for (const row of csvParse(readFileSync(join(shared, file), 'utf8')))
      byRun.set(stemOf(row), [...(byRun.get(stemOf(row)) ?? []), row]);
    for (const [stem, rows] of byRun) {
      folder.write(`${stem}_events.tsv`, tsvFormat(rows));
      folder.write(`${stem}_desc-roi_timeseries.tsv`, 'x');
    }
    return [...byRun.keys()];
  }

  it('keep runs of short clips whole (ds000113: 25 clips of 6 s a run)', async () => {
    const stems = writeRuns('ds000113_auditoryperception_events.csv', (row) => {
      // As BIDS now calls the column.
      row.stim_file = row.stim;
      return `${row.subject}/func/${row.subject}_task-auditoryperception_run-${row.runlabel.slice(4)}`;
    });
    const mapping = await mapped();
    const recordings = mapping.rows.filter(({ use }) => use === 'recording');
    expect(recordings).toHaveLength(stems.length);
    expect(new Set(recordings.map(({ stimulus }) => stimulus)).size).toBe(8);
    expect(recordings[0].stimulus).toBe('auditoryperception run-01');
    expect(messages(mapping, 'fault')).toEqual([]);
    expect(messages(mapping, 'unused')).toEqual([
      expect.stringMatching(/^sounds in the events of 01, auditoryperception, run 01 and 155 other runs:/),
    ]);
  });

  it('are read without stim_file (ds003720), training and test as tasks of their own', async () => {
    const stems = writeRuns('ds003720_events.csv', ({ subject, run }) => {
      const [task, number] = run.split('_run-');
      return `${subject}/func/${subject}_task-${task}_run-${number}`;
    });
    const mapping = await mapped();
    const pieces = new Set(mapping.rows.map(({ stimulus }) => stimulus));
    expect(stems).toHaveLength(90);
    expect(pieces.size).toBe(18);
    expect(pieces).toContain('Training run-12');
    expect(mapping.notes).toEqual([]);
  });

  it('take the TR from the JSON files of ds003085, which are of all participants', async () => {
    for (const task of ['happy', 'sadln', 'sadsh']) {
      copyFileSync(
        join(shared, `ds003085/task-${task}_bold.json`),
        join(folder.path, `task-${task}_bold.json`),
      );
      folder.write(`sub-01/func/sub-01_task-${task}_bold.nii.gz`, 'x');
    }
    folder.write('Schaefer2018_100Parcels.nii.gz', 'x');
    const mapping = await mapped();
    expect(
      mapping.rows.map(({ use, stimulus, hopSeconds, labels }) => [use, stimulus, hopSeconds, labels]),
    ).toEqual(
      ['happy', 'sadln', 'sadsh'].map((task) => ['recording', task, 1, 'Schaefer2018_100Parcels.nii.gz']),
    );
  });
});
