import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestLibrary } from '../../../../catalogue/testing/library.testing';
import { TestFolder } from '../../../recordings/testing/files.testing';
import { checkStudy } from '../../check/checkStudy';
import { createStudy } from '../../createStudy';
import { addLocalFiles } from '../../files/addLocalFiles';
import { queueReading } from '../../import/queueReading';
import { loadStudyInput } from '../../prepare/loadStudyInput';
import { studyDetail } from '../../studyDetail';
import type { StudyPlace } from '../../studyPlace';
import { openTestStudies } from '../../testing/study.testing';
import { proposedMapping } from '../proposedMapping';

let library: TestLibrary;
let place: StudyPlace;
let folder: TestFolder;
beforeAll(async () => {
  ({ library, place } = await openTestStudies());
  folder = new TestFolder();
});
afterAll(async () => {
  folder.remove();
  await library.close();
});

const table = (header: string | null, rows: number, cells: (row: number) => (number | string)[]) =>
  [...(header === null ? [] : [header]), ...Array.from({ length: rows }, (_, row) => cells(row).join('\t'))]
    .map((line) => `${line}\n`)
    .join('');

/** Two people, one run of two pieces each, which begin at 10 and 70 s; ratings from 2 s before the run. */
function writeDataset(root: string): void {
  const write = (name: string, text: string) => void folder.write(`${root}/${name}`, text);
  write('dataset_description.json', JSON.stringify({ Name: 'Two pieces', BIDSVersion: '1.10.0' }));
  write('participants.tsv', 'participant_id\tage\nsub-01\t30\nsub-02\t31\nsub-03\t32\n');
  write('task-music_events.tsv', 'onset\tduration\tstim_file\n10\t50\ta.wav\n70\t40\tb.wav\n');
  write(
    'task-music_recording-joy_physio.json',
    JSON.stringify({ SamplingFrequency: 2, StartTime: -2, Columns: ['respiratory', 'rating'] }),
  );
  write('task-music_timeseries.json', JSON.stringify({ RepetitionTime: 2 }));
  for (const sub of ['01', '02']) {
    const stem = `sub-${sub}/func/sub-${sub}_task-music`;
    write(
      `${stem}_timeseries.tsv`,
      table('V1\tA1', 60, (t) => [Math.sin(t + Number(sub)), Math.cos(t)]),
    );
    write(
      `${stem}_recording-joy_physio.tsv`,
      table(null, 250, (t) => [t % 7, Math.sin(t / 9)]),
    );
    write(
      `${stem}_desc-confounds_timeseries.tsv`,
      table('csf', 60, (t) => [t === 0 ? 'n/a' : t % 5]),
    );
  }
}

describe('a BIDS folder', () => {
  it('is a study: participants, pieces by their sounds, each series from its piece’s beginning', async () => {
    writeDataset('set');
    const studyId = await createStudy(place, { title: 'BIDS' });
    await addLocalFiles(place, studyId, folder.path);
    const { from, dataset, rows, notes } = await proposedMapping(place, studyId);
    expect([from, dataset]).toEqual(['bids', 'Two pieces']);
    expect(notes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^invalid stim_file: a\.wav/),
      expect.stringMatching(/^invalid stim_file: b\.wav/),
    ]);
    await queueReading(place, { studyId, rows });
    await library.work();
    const study = await studyDetail(place.database, place.caller, studyId);
    expect(study.files.filter(({ state }) => state === 'refused')).toEqual([]);
    expect(study.participants.map(({ label }) => label)).toEqual(['01', '02', '03']);
    expect(study.stimuli.map(({ name, durationSeconds }) => [name, durationSeconds])).toEqual([
      ['a', 50],
      ['b', 40],
    ]);
    const { series } = await loadStudyInput(place, studyId);
    const told = series
      .filter(({ participant }) => participant === '01')
      .map(({ kind, name, stimulus, hopSeconds, startSeconds, columns }) => [
        ...[kind, name, stimulus, hopSeconds, startSeconds, columns],
      ]);
    expect(told).toEqual([
      ['confounds', 'confounds', 'a', 2, -10, ['csf']],
      ['confounds', 'confounds', 'b', 2, -70, ['csf']],
      ['rating', 'joy', 'a', 0.5, -12, ['rating']],
      ['rating', 'joy', 'b', 0.5, -72, ['rating']],
      ['recording', 'recording', 'a', 2, -10, ['V1', 'A1']],
      ['recording', 'recording', 'b', 2, -70, ['V1', 'A1']],
    ]);
    const problems = await checkStudy(place.database, place.caller, studyId);
    expect(problems.map(({ code, participant }) => [code, participant])).toContainEqual(['no-run', '03']);
  });

  it('may keep its files behind links, as DataLad does, but not outside of itself', async () => {
    const own = new TestFolder();
    own.write(
      'objects/key.tsv',
      table('V1', 30, (t) => [Math.sin(t)]),
    );
    mkdirSync(join(own.path, 'sub-01'));
    symlinkSync('../objects/key.tsv', join(own.path, 'sub-01/sub-01_task-x_timeseries.tsv'));
    symlinkSync(join(folder.path, 'set/participants.tsv'), join(own.path, 'participants.tsv'));
    const studyId = await createStudy(place, { title: 'Links' });
    const { names, warnings } = await addLocalFiles(place, studyId, own.path);
    own.remove();
    expect(names).toEqual(['objects/key.tsv', 'sub-01/sub-01_task-x_timeseries.tsv']);
    expect(warnings).toEqual(['participants.tsv leads out of the folder and is left out']);
  });
});
