import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import type { StudyPlace } from '../../../studies/studyPlace';
import { createEegStudy } from '../studies/createEegStudy';
import { eegStudyDetail } from '../studies/eegStudyDetail';
import { bringFile, openTestEeg } from '../testing/eegStore.testing';
import { remeasure } from './remeasure';

const folder = '../shared/neuro/eeg_files';
const skipped = existsSync(folder) ? '' : ` (skipped: ${folder} is not there)`;

/** Files as they lie there, each behind the name by which it is brought. */
const files: [name: string, place: string][] = [
  ['a.edf', 'eeglab/test.edf'],
  ['b.bdf', 'mne/test_bdf_stim_channel.bdf'],
  ['testbva.vhdr', 'eeglab/testbva.vhdr'],
  ['testbva.dat', 'eeglab/testbva.dat'],
  ['testbva.vmrk', 'eeglab/testbva.vmrk'],
  // Samples before what they belong to.
  ['eeglab_data.fdt', 'eeglab/eeglab_data.fdt'],
  ['eeglab_data.set', 'eeglab/eeglab_data.set'],
  ['c.edf', 'pyedflib/test_subsecond.edf'],
  ['headband.csv', 'eeglab/testmusemonitor.csv'],
  // One of its channels is called as an electrode and measured in "BS".
  ['test.vhdr', 'mne/test.vhdr'],
  ['test.eeg', 'mne/test.eeg'],
  ['test.vmrk', 'mne/test.vmrk'],
  ['short.bdf', 'mne/test.bdf'],
];

describe.skipIf(skipped !== '')(`real recordings through the door of a study${skipped}`, () => {
  let library: TestLibrary;
  let place: StudyPlace;
  let studyId: number;
  beforeAll(async () => {
    ({ library, place } = await openTestEeg());
    studyId = await createEegStudy(place, { title: 'Real' });
    for (const [name, path] of files) await bringFile(place, { studyId, name, path: `${folder}/${path}` });
    await library.work();
  }, 120_000);
  afterAll(() => library.close());

  const told = async () => {
    const { recordings } = await eegStudyDetail(place.database, place.caller, studyId);
    return new Map(recordings.map((recording) => [recording.fileName, recording]));
  };

  it.each([
    { name: 'a.edf', format: 'EDF', channels: 16, events: 0, all: 101 },
    { name: 'b.bdf', format: 'BDF', channels: 4, events: 9, all: 1 },
    { name: 'testbva.vhdr', format: 'BrainVision', channels: 32, events: 16, all: 2 },
    { name: 'eeglab_data.set', format: 'EEGLAB', channels: 32, events: 154, all: 457 },
    { name: 'c.edf', format: 'EDF+C', channels: 1, events: 4, all: 1377 },
  ])('measures $name', async ({ name, all, ...facts }) => {
    const recording = (await told()).get(name);
    expect(recording).toMatchObject({ state: 'measured', ...facts, windows: { all } });
  });

  it('refuses what is too slow or too short, and says so', async () => {
    const recordings = await told();
    expect([...recordings.keys()].sort()).toEqual(
      files.flatMap(([name]) => (/\.(edf|bdf|vhdr|set|csv)$/.test(name) ? [name] : [])).sort(),
    );
    expect(recordings.get('headband.csv')?.failure).toContain('it has 0.983 samples a second');
    expect(recordings.get('test.vhdr')?.failure).toContain('it lasts 7.9 s, shorter than a window of 10 s');
    expect(recordings.get('short.bdf')?.failure).toContain('measure it by windows of 1 s or less');
  });

  it('measures what was too short by shorter windows', async () => {
    for (const [name, windowSeconds] of [
      ['test.vhdr', 3],
      ['short.bdf', 1],
    ] as const) {
      const { id } = (await told()).get(name)!;
      await remeasure(place, { recordingId: id, entropy: { preset: 'default', windowSeconds } });
    }
    await library.work();
    const recordings = await told();
    for (const name of ['test.vhdr', 'short.bdf']) expect(recordings.get(name)?.state).toBe('measured');
  });
});
