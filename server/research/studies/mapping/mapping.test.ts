import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkMapping } from './checkMapping';
import { mappingFaults } from './mappingFaults';
import { mappingRow, mappingUses } from './mappingRow';
import { readMappingTable, writeMappingTable } from './mappingTable';
import { proposeMapping } from './proposeMapping';

/** A proposal, in short. */
function proposed(...names: string[]) {
  return proposeMapping(names).map(({ file, use, participant, stimulus, name }) => [
    ...[file, use, participant, stimulus, name],
  ]);
}

describe('a proposal', () => {
  it('reads BIDS names', () => {
    expect(
      proposed(
        'sub-01/func/sub-01_task-happy_desc-confounds_timeseries.tsv',
        'sub-01/func/sub-01_task-happy_recording-joy_physio.tsv.gz',
        'sub-01/func/sub-01_task-happy_run-1_bold.nii.gz',
        'sub-01/func/sub-01_task-happy_space-fsLR_bold.ptseries.nii',
        'stimuli/task-happy_desc-envelope_stim.tsv.gz',
        'participants.tsv',
        'dataset_description.json',
        'sub-01/func/sub-01_task-happy_events.tsv',
      ),
    ).toEqual([
      ['dataset_description.json', 'ignore', null, null, null],
      ['participants.tsv', 'participants', null, null, null],
      ['stimuli/task-happy_desc-envelope_stim.tsv.gz', 'feature', null, 'happy', 'envelope'],
      ['sub-01/func/sub-01_task-happy_desc-confounds_timeseries.tsv', 'confounds', '01', 'happy', null],
      ['sub-01/func/sub-01_task-happy_events.tsv', 'ignore', null, null, null],
      ['sub-01/func/sub-01_task-happy_recording-joy_physio.tsv.gz', 'rating', '01', 'happy', 'joy'],
      ['sub-01/func/sub-01_task-happy_run-1_bold.nii.gz', 'recording', '01', 'happy', null],
      ['sub-01/func/sub-01_task-happy_space-fsLR_bold.ptseries.nii', 'recording', '01', 'happy', null],
    ]);
  });

  it('reads plain names, and takes the names of sounds for those of pieces', () => {
    expect(
      proposed(
        's18-timecourses.txt',
        's18-sndpwr.txt',
        's18-rp_epi.txt',
        'p3_lament_rating.csv',
        'lament.wav',
      ),
    ).toEqual([
      ['lament.wav', 'sound', null, 'lament', null],
      ['p3_lament_rating.csv', 'rating', 'p3', 'lament', null],
      ['s18-rp_epi.txt', 'confounds', 's18', 'piece', null],
      ['s18-sndpwr.txt', 'feature', 's18', 'piece', 'sndpwr'],
      ['s18-timecourses.txt', 'recording', 's18', 'piece', null],
    ]);
  });

  it('reduces volumes by the one label image there is', () => {
    const [, row] = proposeMapping(['sub-1_task-a_bold.nii', 'Schaefer_dseg.nii.gz'].sort());
    expect(row).toMatchObject({ use: 'recording', labels: 'Schaefer_dseg.nii.gz' });
  });
});

const cell = fc.stringMatching(/^[A-Za-z0-9 é%:,"-]{1,12}$/).filter((text) => text.trim() === text);
const row = fc
  .record({
    file: cell,
    use: fc.constantFrom(...mappingUses),
    participant: fc.option(cell),
    stimulus: fc.option(cell),
    name: fc.option(cell),
    columns: fc.option(fc.array(cell, { minLength: 1, maxLength: 3 })),
    hopSeconds: fc.option(fc.double({ min: 0.001, max: 100, noNaN: true })),
    durationSeconds: fc.option(fc.double({ min: 0.001, max: 80_000, noNaN: true })),
    startSeconds: fc.option(fc.double({ min: -100, max: 100, noNaN: true }).map((seconds) => seconds + 0)),
    afterScan: fc.boolean(),
    shiftSeconds: fc.double({ min: -60, max: 60, noNaN: true }).map((seconds) => seconds + 0),
  })
  .map((given) => mappingRow.parse(given));

describe('a mapping table', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), (rows) => {
        expect(readMappingTable(writeMappingTable(rows))).toEqual(rows);
      }),
      { numRuns: 200, seed: 7 },
    );
  });

  it('holds no formula for a spreadsheet, and is read as it was written', () => {
    const given = mappingRow.parse({
      file: 'a.tsv',
      use: 'rating',
      name: '=cmd|1',
      participant: '-',
      shiftSeconds: -2,
    });
    const text = writeMappingTable([given]);
    expect(text.split('\t')).toEqual(expect.arrayContaining(["'=cmd|1", "'-", '-2']));
    expect(readMappingTable(text)).toEqual([given]);
  });

  it('is refused with the line of what is wrong', () => {
    expect(() => readMappingTable('file\tuse\nbold.tsv\trecroding\n')).toThrow(
      /^invalid mapping, line 2: use \(/,
    );
    expect(() => readMappingTable('file\tkind\na\tb\n')).toThrow('invalid mapping column: kind');
    expect(() => readMappingTable('file\tuse\thop_seconds\na\trating\tone\n')).toThrow('hopSeconds');
  });

  it('keeps names of columns that hold a comma', () => {
    const given = mappingRow.parse({
      file: 'a.tsv',
      use: 'recording',
      columnNames: ['Cortex, left', 'a "b"'],
    });
    expect(readMappingTable(writeMappingTable([given]))).toEqual([given]);
    const byHand = 'file\tuse\tcolumn_names\na.tsv\trecording\tV1, V2\n';
    expect(readMappingTable(byHand)[0].columnNames).toEqual(['V1', 'V2']);
  });

  it('has the faults of its rows, each at its field', () => {
    const rows = [
      { file: 'a.tsv', use: 'rating', participant: '1', stimulus: 'x', shiftSeconds: 99 },
      { file: 'a.tsv', use: 'recording', participant: null, stimulus: '' },
      { file: 'b.tsv', use: 'recording', participant: '1', stimulus: 'x', columnNames: ['V1', 'V1'] },
      {
        file: 'a.tsv',
        use: 'recording',
        participant: '1',
        stimulus: 'x',
        columns: ['1'],
        columnNames: ['a', 'b'],
      },
    ];
    expect(mappingFaults(rows, new Set(['a.tsv', 'b.tsv']))).toEqual([
      {
        row: 0,
        field: 'shiftSeconds',
        message: expect.stringMatching(/^invalid shiftSeconds of a.tsv: 99 \(/) as string,
      },
      {
        row: 1,
        field: 'stimulus',
        message: expect.stringMatching(/^invalid stimulus of a.tsv: \(none\)/) as string,
      },
      { row: 2, field: 'columnNames', message: 'invalid column name of b.tsv: V1 (two columns have it)' },
      { row: 3, field: 'columnNames', message: 'invalid column names of a.tsv: 2 (it has 1 chosen column)' },
    ]);
  });

  it('is held against the files and itself', () => {
    const names = new Set(['a.tsv', 'b.tsv']);
    const bold = mappingRow.parse({ file: 'a.tsv', use: 'recording', participant: '1', stimulus: 'x' });
    const check =
      (...rows: (typeof bold)[]) =>
      () =>
        checkMapping(rows, names);
    expect(check(bold)).not.toThrow();
    expect(check(bold, { ...bold, file: 'b.tsv' })).toThrow(
      'invalid mapping: b.tsv (a.tsv is the recording of 1, x too: ignore one)',
    );
    expect(check({ ...bold, file: 'c.tsv' })).toThrow('invalid file: c.tsv (bring it first)');
    expect(check({ ...bold, participant: null })).toThrow('invalid participant of a.tsv: (none)');
    expect(check({ ...bold, stimulus: null })).toThrow('invalid stimulus of a.tsv: (none)');
    expect(check({ ...bold, labels: 'atlas.nii' })).toThrow('invalid file: atlas.nii');
  });
});
