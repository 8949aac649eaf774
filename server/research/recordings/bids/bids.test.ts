import { copyFileSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeFile } from '../describe/describeFile';
import { readSeries } from '../readSeries';
import { TestFolder } from '../testing/files.testing';
import { readBidsFolder } from './readBidsFolder';
import { readEvents } from './readEvents';
import { readParticipants } from './readParticipants';

let folder: TestFolder;
beforeEach(() => {
  folder = new TestFolder();
});
afterEach(() => folder.remove());

const json = (place: string, content: unknown) => folder.write(place, JSON.stringify(content));

describe('a continuous recording', () => {
  const sidecar = {
    SamplingFrequency: 10,
    StartTime: -2.5,
    Columns: ['valence', 'pulse'],
    pulse: { Units: 'V' },
  };

  it('takes names, units, rate and start from the file beside it', async () => {
    json('sub-1_task-x_physio.json', sidecar);
    const path = folder.write('sub-1_task-x_physio.tsv.gz', gzipSync('1\t2\n3\t4\n5\t6\n'));
    const series = await readSeries(path);
    expect(series).toMatchObject({ hopSeconds: 0.1, startSeconds: -2.5 });
    expect(series.columns).toEqual([
      { name: 'valence', unit: null },
      { name: 'pulse', unit: 'V' },
    ]);
    expect([...series.values.values]).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await describeFile(path)).toMatchObject({ format: 'BIDS physio', shape: [3, 2], rateHz: 10 });
  });

  it('inherits from folders above, nearer ones first, and from nowhere outside of the dataset', async () => {
    json('task-x_physio.json', { StartTime: 99, SamplingFrequency: 99 });
    json('set/dataset_description.json', { Name: 'set' });
    json('set/task-x_physio.json', sidecar);
    json('set/task-y_physio.json', { SamplingFrequency: 1 });
    json('set/sub-1/sub-1_physio.json', { SamplingFrequency: 20 });
    const path = folder.write('set/sub-1/func/sub-1_task-x_run-2_physio.tsv.gz', gzipSync('1\t2\n'));
    expect(await readSeries(path)).toMatchObject({ hopSeconds: 0.05, startSeconds: -2.5 });
  });

  it('is refused without its JSON, with other columns, or a gap', async () => {
    const path = folder.write('task-x_stim.tsv', '1\t2\n3\tn/a\n');
    await expect(readSeries(path)).rejects.toThrow('the JSON file beside it is missing');
    json('task-x_stim.json', { ...sidecar, SamplingFrequency: 0 });
    await expect(readSeries(path)).rejects.toThrow('must say SamplingFrequency (above 0)');
    json('task-x_stim.json', { ...sidecar, Columns: ['one'] });
    await expect(readSeries(path)).rejects.toThrow('it has 2 columns, its JSON file names 1');
    json('task-x_stim.json', sidecar);
    await expect(readSeries(path)).rejects.toThrow('line 2, column pulse: a number is missing');
  });
});

describe('confounds', () => {
  it('begin with the second row where the first has no derivative', async () => {
    const path = folder.write(
      'sub-1_task-x_desc-confounds_timeseries.tsv',
      'csf\tdvars\n1\tn/a\n2\t5\n3\t6\n',
    );
    expect([...(await readSeries(path)).values.values]).toEqual([1, 5, 2, 5, 3, 6]);
    expect([...(await readSeries(path, { missing: 'keep' })).values.values]).toEqual([1, 5, 2, 5, 3, 6]);
    const { columns, warnings } = await describeFile(path);
    expect(columns[1]).toMatchObject({ name: 'dvars', mean: 5.5, missing: 1 });
    expect(warnings).toEqual(['numbers are missing in dvars']);
  });

  it('are refused where a number is missing further down', async () => {
    const path = folder.write('sub-1_desc-confounds_timeseries.tsv', 'csf\n1\nn/a\n');
    await expect(readSeries(path)).rejects.toThrow('line 3, column csf: a number is missing');
    expect([...(await readSeries(path, { missing: 'keep' })).values.values]).toEqual([1, NaN]);
  });
});

describe('events and participants', () => {
  it('tells events with their types', async () => {
    const path = folder.write(
      'task-x_events.tsv',
      'onset\tduration\ttrial_type\n0.5\t3\tmusic\n4\tn/a\trest\n9\t1\tmusic\n',
    );
    expect((await readEvents(path))[1]).toMatchObject({
      onsetSeconds: 4,
      durationSeconds: null,
      type: 'rest',
    });
    const { kind, events } = await describeFile(path);
    expect({ kind, events }).toEqual({
      kind: 'events',
      events: {
        count: 3,
        firstOnsetSeconds: 0.5,
        lastOnsetSeconds: 9,
        types: [
          { name: 'music', count: 2 },
          { name: 'rest', count: 1 },
        ],
      },
    });
  });

  it('refuses an onset that is no number, and a participant who comes twice', async () => {
    const events = folder.write('a_events.tsv', 'onset\tduration\nsoon\t3\n');
    await expect(readEvents(events)).rejects.toThrow('line 2, column onset: "soon" is no number of seconds');
    const people = folder.write('participants.tsv', 'participant_id\tage\nsub-1\t20\nsub-1\t21\n');
    await expect(readParticipants(people)).rejects.toThrow('line 3: participant 1');
  });
});

describe('a dataset', () => {
  function rawDataset(): void {
    json('dataset_description.json', { Name: 'Sad music' });
    json('task-happy_bold.json', { RepetitionTime: 1 });
    folder.write('participants.tsv', 'participant_id\tage\nsub-01\t20\nsub-03\tn/a\n');
    for (const sub of ['01', '02']) {
      folder.write(`sub-${sub}/func/sub-${sub}_task-happy_bold.nii.gz`, 'x');
      folder.write(`sub-${sub}/func/sub-${sub}_task-happy_events.tsv`, 'x');
    }
    folder.write('sub-01/func/sub-01_task-happy_recording-rating_physio.tsv.gz', 'x');
    folder.write('sub-01/anat/sub-01_T1w.nii.gz', 'x');
  }

  it('is told by participants, tasks and runs, with files of derivatives', async () => {
    rawDataset();
    const stem = 'derivatives/fmriprep/sub-01/func/sub-01_task-happy';
    folder.write(`${stem}_space-MNI152NLin2009cAsym_desc-preproc_bold.nii.gz`, 'x');
    folder.write(`${stem}_space-MNI152NLin2009cAsym_desc-brain_mask.nii.gz`, 'x');
    folder.write(`${stem}_desc-confounds_timeseries.tsv`, 'x');
    folder.write('derivatives/xcp_d/sub-01/func/sub-01_task-happy_atlas-Glasser_timeseries.tsv', 'x');
    const found = await readBidsFolder(folder.path);
    expect(found).toMatchObject({ name: 'Sad music', tasks: ['happy'], warnings: [] });
    expect(found.participants.map(({ label }) => label)).toEqual(['01', '03', '02']);
    expect(found.runs).toHaveLength(2);
    const [first] = [...found.runs].sort((a, b) => (a.participant < b.participant ? -1 : 1));
    expect(first).toMatchObject({
      participant: '01',
      session: null,
      task: 'happy',
      run: null,
      hopSeconds: 1,
    });
    expect(first.bold.map(({ pipeline, entities }) => [pipeline, entities.space])).toEqual([
      ['fmriprep', 'MNI152NLin2009cAsym'],
      [null, undefined],
    ]);
    expect([first.confounds, first.regions, first.physio, first.events].map(({ length }) => length)).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it('may be a derivative itself, with sessions and runs', async () => {
    json('dataset_description.json', { Name: 'fMRIPrep', DatasetType: 'derivative' });
    json('sub-1/ses-2/func/sub-1_ses-2_task-x_run-1_desc-preproc_bold.json', { RepetitionTime: 0.8 });
    folder.write('sub-1/ses-2/func/sub-1_ses-2_task-x_run-1_desc-preproc_bold.nii.gz', 'x');
    folder.write('sub-1/ses-2/func/sub-1_ses-2_task-x_run-2_desc-preproc_bold.nii.gz', 'x');
    const { runs } = await readBidsFolder(folder.path);
    expect(runs.map(({ session, run, hopSeconds }) => [session, run, hopSeconds])).toEqual([
      ['2', '1', 0.8],
      ['2', '2', null],
    ]);
  });

  it('is never followed out of its folder', async () => {
    rawDataset();
    const outside = new TestFolder();
    const secret = outside.write('sub-09_task-happy_bold.nii.gz', 'x');
    mkdirSync(join(folder.path, 'sub-09'));
    symlinkSync(secret, join(folder.path, 'sub-09/sub-09_task-happy_bold.nii.gz'));
    symlinkSync(outside.path, join(folder.path, 'sub-10'));
    symlinkSync(folder.path, join(folder.path, 'circle'));
    symlinkSync('nowhere', join(folder.path, 'sub-01/func/sub-01_task-sad_bold.nii.gz'));
    const within = folder.write('objects/key', 'x');
    symlinkSync(within, join(folder.path, 'sub-01/func/sub-01_task-rest_bold.nii.gz'));
    const { runs, warnings } = await readBidsFolder(folder.path);
    outside.remove();
    expect(runs.map(({ participant, task }) => `${participant} ${task}`).sort()).toEqual([
      '01 happy',
      '01 rest',
      '02 happy',
    ]);
    expect(warnings.join('\n')).toMatch(/sub-09_task-happy_bold.nii.gz leads out of the folder/);
    expect(warnings.join('\n')).toMatch(/sub-01_task-sad_bold.nii.gz leads nowhere/);
  });

  it('is refused where there is no run in it', async () => {
    folder.write('readme.txt', 'x');
    await expect(readBidsFolder(folder.path)).rejects.toThrow('there is no run in it');
    await expect(readBidsFolder(join(folder.path, 'none'))).rejects.toThrow('it does not exist');
  });

  const shared = '../shared/neuro/fmri_events/ds003085';
  it.skipIf(!existsSync(shared))('takes the TR from the JSON files of ds003085', async () => {
    for (const name of readdirSync(shared)) copyFileSync(join(shared, name), join(folder.path, name));
    for (const task of ['happy', 'sadln', 'sadsh'])
      folder.write(`sub-01/func/sub-01_task-${task}_bold.nii.gz`, 'x');
    const { name, runs } = await readBidsFolder(folder.path);
    expect(name).toMatch(/^Dynamic intersubject/);
    expect(runs.map(({ task, hopSeconds }) => [task, hopSeconds])).toEqual([
      ['happy', 1],
      ['sadln', 1],
      ['sadsh', 1],
    ]);
  });
});
