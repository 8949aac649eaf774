import { afterAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../testing/files.testing';
import { openEeg } from '../openEeg';
import { edfBytes } from '../testing/edfBytes.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const values = [[1, 2, 3, 4]];
const signals = [
  { label: 'Fp1', values, unit: '' },
  { label: 'X1', values },
  { label: 'Status', values: [[0, 3, 0, 0]], physical: ['-1000', '1000'] as [string, string] },
];
const recording = edfBytes({ signals });

describe('what lies beside a recording (BIDS)', () => {
  it('takes events, types, units, cutoffs and bad channels from tables, filters from the document', async () => {
    const stem = 'set/sub-01/eeg/sub-01_task-rest';
    folder.write('set/dataset_description.json', '{"Name": "x"}');
    folder.write(
      'set/task-rest_eeg.json',
      '{"SamplingFrequency": 5, "SoftwareFilters": {"High-pass": {"cutoff (Hz)": 0.5}}}',
    );
    folder.write(
      `${stem}_eeg.json`,
      '{"HardwareFilters": {"Anti-aliasing low-pass": {"half-amplitude cutoff (Hz)": 100}}}',
    );
    folder.write(
      `${stem}_events.tsv`,
      'onset\tduration\ttrial_type\tvalue\n0.5\tn/a\tgo\t7\n0.25\t0.1\tn/a\t8\n',
    );
    folder.write(
      `${stem}_channels.tsv`,
      'name\ttype\tunits\tlow_cutoff\thigh_cutoff\tstatus\nFp1\tEEG\tmV\t0.1\t70\tgood\nX1\tVEOG\tuV\tn/a\tn/a\tbad\n',
    );
    const { channels, events, warnings } = await openEeg(folder.write(`${stem}_eeg.edf`, recording));
    expect(events).toEqual([
      { onsetSeconds: 0.25, durationSeconds: 0.1, label: '8' },
      { onsetSeconds: 0.5, durationSeconds: 0, label: 'go' },
    ]);
    expect(channels).toMatchObject([
      { unit: 'mV', kind: 'eeg', highPassHz: 0.1, lowPassHz: 70, bad: false },
      { unit: 'uV', kind: 'eog', highPassHz: 0.5, lowPassHz: 100, bad: true },
      { kind: 'status', bad: false },
    ]);
    expect(warnings).toEqual([
      'its _eeg.json says 5 Hz, the file 4 Hz: the file counts',
      'sub-01_task-rest_channels.tsv does not name 1 of its channels',
      'its events are those of sub-01_task-rest_events.tsv: the 1 in the file are left out',
    ]);
  });

  it('takes events beside a file with any name, and leaves other documents alone', async () => {
    folder.write('plain/day 1_events.tsv', 'onset\tduration\n0.5\t1\n');
    folder.write('plain/day 1.json', 'no JSON');
    const { events } = await openEeg(folder.write('plain/day 1.edf', recording));
    expect(events).toEqual([{ onsetSeconds: 0.5, durationSeconds: 1, label: 'event' }]);
  });

  it.each([
    ['_channels.tsv', 'label\tunits\nFp1\tuV\n', /sub-02_channels.tsv \(it has no column "name"/],
    ['_events.tsv', 'onset\tduration\nsoon\t1\n', /line 2, column onset/],
    ['_eeg.json', '[1]', /it is not a JSON object/],
  ])('names the table or document that is damaged (%s)', async (suffix, content, message) => {
    const place = `bad${suffix}`;
    folder.write(`${place}/sub-02${suffix}`, content);
    await expect(openEeg(folder.write(`${place}/sub-02_eeg.edf`, recording))).rejects.toThrow(message);
  });
});

describe('a list of trials that is given', () => {
  it.each([
    [
      'start and end',
      'trial,start_s,end_s\none,0.25,0.75\n',
      { onsetSeconds: 0.25, durationSeconds: 0.5, label: 'one' },
    ],
    [
      'milliseconds',
      'track;onset_ms;duration_ms\nsong;250;500\n',
      { onsetSeconds: 0.25, durationSeconds: 0.5, label: 'song' },
    ],
    ['a start alone', 'start\tname\n0.5\tx\n', { onsetSeconds: 0.5, durationSeconds: 0, label: 'x' }],
    [
      'columns of BIDS',
      'onset,duration,stimulus\n0.5,2,tune\n',
      { onsetSeconds: 0.5, durationSeconds: 2, label: 'tune' },
    ],
  ])('counts before all others: %s', async (_, table, event) => {
    const path = folder.write('given/a.edf', recording);
    const eventsPath = folder.write('given/list.csv', table);
    expect((await openEeg(path, { eventsPath })).events).toEqual([event]);
  });

  it.each([
    ['no onsets', 'trial,length\na,1\n', /onset or start is needed/],
    ['a word for a time', 'trial,start\na,soon\n', /line 2, column start: "soon" is no number of seconds/],
  ])('is refused with %s', async (_, table, message) => {
    const path = folder.write('wrong/a.edf', recording);
    const eventsPath = folder.write('wrong/list.csv', table);
    await expect(openEeg(path, { eventsPath })).rejects.toThrow(message);
  });
});
