import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../testing/files.testing';
import { openEeg } from '../openEeg';
import {
  annotationList,
  edfBytes,
  recordTime,
  type EdfSignalToWrite,
  type EdfToWrite,
} from '../testing/edfBytes.testing';
import { samplesOf } from '../testing/samples.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const open = (file: EdfToWrite, name = 'a.edf') => openEeg(folder.write(name, edfBytes(file)));
const values = [
  [0, 10, -10, 1000],
  [-1000, 5, 5, 7],
  [1, 2, 3, 4],
];
const about = (value: number): unknown => expect.closeTo(value, 12);
/** Physical is a tenth of digital in what edfBytes writes. */
const tenth = values.flat().map((value) => value / 10);

describe('EDF as writers write it', () => {
  it('reads samples in their unit, rate, start and filters', async () => {
    const recording = await open({
      signals: [{ label: 'EEG Fp1', values, prefilter: 'HP:0.1Hz LP:75Hz N:50Hz' }],
      recording: 'Startdate 02-MAR-2104 X X X',
    });
    expect(recording).toMatchObject({ format: 'EDF', startedAt: '2104-03-02T05:06:07', durationSeconds: 3 });
    expect(recording.channels).toMatchObject([
      { name: 'EEG Fp1', unit: 'uV', kind: 'eeg', rateHz: 4, samples: 12, highPassHz: 0.1, lowPassHz: 75 },
    ]);
    expect(recording.warnings).toEqual([]);
    expect([...(await samplesOf(recording))[0]]).toEqual(tenth.map((value) => about(value)));
  });

  it.each([
    ['a count of -1', { records: '-1' }, /does not count the records: 3 are there/],
    ['a blank count', { records: '' }, /does not count the records/],
    ['a header that does not say its length', { headerBytes: '' }, null],
    ['a duration with a decimal comma', { recordSeconds: '1,0' }, null],
    ['no start', { date: '', time: '' }, null],
    ['a start with other marks', { date: '02/03/99', time: '05:06:07' }, null],
  ])('reads a file with %s', async (_, changes, warning) => {
    const recording = await open({ signals: [{ values }], ...changes });
    expect([...(await samplesOf(recording))[0]]).toEqual(tenth.map((value) => about(value)));
    if (warning) expect(recording.warnings.join()).toMatch(warning);
    else expect(recording.warnings).toEqual([]);
  });

  it('tells of years before 2000, and of no start', async () => {
    expect((await open({ signals: [{ values }], date: '02/03/99', time: '05:06:07' })).startedAt).toBe(
      '1999-03-02T05:06:07',
    );
    expect((await open({ signals: [{ values }], date: '', time: '' })).startedAt).toBeNull();
    expect((await open({ signals: [{ values }], date: '42.17.99' })).startedAt).toBeNull();
  });

  it('leaves bytes behind the last record, and a record that was begun, out with a warning', async () => {
    const bytes = Buffer.concat([edfBytes({ signals: [{ values }] }), Buffer.from('abcde')]);
    const recording = await openEeg(folder.write('behind.edf', bytes));
    expect(recording.warnings).toEqual(['5 bytes behind its last record are left out']);
    expect((await samplesOf(recording))[0]).toHaveLength(12);
  });

  it('turns a signal over whose range runs downwards', async () => {
    const [physical] = await samplesOf(await open({ signals: [{ values, physical: ['100', '-100'] }] }));
    const [digital] = await samplesOf(await open({ signals: [{ values, digital: ['1000', '-1000'] }] }));
    const turned = tenth.map((value) => about(-value));
    expect([...physical]).toEqual(turned);
    expect([...digital]).toEqual(turned);
  });

  it.each<[string, EdfSignalToWrite]>([
    ['of physical numbers that is empty', { physical: ['0', '0'] }],
    ['of stored numbers that is empty', { digital: ['5', '5'] }],
    ['that is blank', { physical: ['', ''] }],
  ])('gives stored numbers of a range %s', async (_, range) => {
    const recording = await open({ signals: [{ values, ...range }] });
    expect([...(await samplesOf(recording))[0]]).toEqual(values.flat());
    expect(recording.channels[0].unit).toBeNull();
    expect(recording.warnings.join()).toMatch(/Cz: its range is not told/);
  });

  it('keeps each channel at its own rate, over records of any length', async () => {
    const signals = [
      {
        label: 'fast',
        values: [1, 2, 3, 4].map((record) => Array.from({ length: 50 }, (_, i) => record * 100 + i)),
      },
      { label: 'slow', values: [[1], [2], [3], [4]] },
    ];
    const recording = await open({ signals, recordSeconds: '0.25' });
    expect(recording.channels.map(({ rateHz }) => rateHz)).toEqual([200, 4]);
    const [fast, slow] = await samplesOf(recording, { fromSeconds: 0.3, toSeconds: 0.76 });
    expect(fast).toHaveLength(92);
    expect(fast[0]).toBeCloseTo(21, 9);
    expect([...slow]).toEqual([0.3, 0.4].map((value) => about(value)));
  });

  it('names channels of one name apart', async () => {
    const recording = await open({
      signals: ['C3', 'C3', 'Cz', 'C3', ''].map((label) => ({ label, values })),
    });
    expect(recording.channels.map(({ name }) => name)).toEqual(['C3', 'C3 (2)', 'Cz', 'C3 (3)', 'channel 5']);
  });

  it('reads labels and units in UTF-8 and Latin-1', async () => {
    const bytes = edfBytes({ signals: [{ label: 'Zürich', unit: 'µV', values }] });
    expect((await openEeg(folder.write('utf.edf', bytes))).channels[0]).toMatchObject({
      name: 'Zürich',
      unit: 'µV',
    });
    const latin = Buffer.concat([
      bytes.subarray(0, 256),
      Buffer.from('Z\xfcrich'.padEnd(16), 'latin1'),
      bytes.subarray(272),
    ]);
    expect((await openEeg(folder.write('latin.edf', latin))).channels[0].name).toBe('Zürich');
  });

  it('reads only what is asked of records larger than memory should hold', async () => {
    const long = Array.from({ length: 2_400_000 }, (_, index) => (index % 2000) - 1000);
    const recording = await open({
      signals: [{ values: [long] }, { values: [[1, 2, 3, 4]] }],
      recordSeconds: '2400',
    });
    const [part, few] = await samplesOf(recording, { fromSeconds: 1000.5, toSeconds: 1001 });
    expect(part).toHaveLength(500);
    expect(part[0]).toBeCloseTo(long[1_000_500] / 10, 9);
    expect(part[499]).toBeCloseTo(long[1_000_999] / 10, 9);
    expect(few).toHaveLength(0);
  });
});

describe('annotations', () => {
  const times = ['+0', '+1', '+2'];

  it('reads those of two signals, with durations, several texts and texts in UTF-8', async () => {
    const first = times.map(
      (time, record) =>
        recordTime(time) + (record === 1 ? annotationList('+1.25', ['open', '閉'], '0.5') : ''),
    );
    const second = times.map((_, record) => (record === 0 ? annotationList('+2.5', ['late']) : ''));
    const signals = [{ values }, { lists: first }, { lists: second }];
    for (const isBdf of [false, true]) {
      const recording = await open(
        { signals, isBdf, reserved: isBdf ? 'BDF+C' : 'EDF+C' },
        isBdf ? 'a.bdf' : 'a.edf',
      );
      expect(recording.events).toEqual([
        { onsetSeconds: 1.25, durationSeconds: 0.5, label: 'open' },
        { onsetSeconds: 1.25, durationSeconds: 0.5, label: '閉' },
        { onsetSeconds: 2.5, durationSeconds: 0, label: 'late' },
      ]);
      expect(recording.channels).toHaveLength(1);
    }
  });

  it('counts from the first sample where a recording begins within a second', async () => {
    const lists = ['+0.25', '+1.25', '+2.25'].map((time) => recordTime(time) + annotationList('+1', ['x']));
    const { events } = await open({ signals: [{ values }, { lists }], reserved: 'EDF+C' });
    expect(events[0].onsetSeconds).toBe(0.75);
  });

  it('reads a file of annotations alone', async () => {
    const lists = [recordTime('+0') + annotationList('+0', ['Sleep stage W'], '30')];
    const recording = await open({ signals: [{ lists }], reserved: 'EDF+C', recordSeconds: '0' });
    expect(recording).toMatchObject({
      channels: [],
      durationSeconds: 0,
      events: [{ label: 'Sleep stage W' }],
    });
    expect(await samplesOf(recording)).toEqual([]);
  });

  it('leaves damaged lists out with a warning', async () => {
    const lists = [`${recordTime('+0')}soon\x14x\x14\0`, recordTime('+1'), recordTime('+2')];
    const { events, warnings } = await open({ signals: [{ values }, { lists }], reserved: 'EDF+C' });
    expect(events).toEqual([]);
    expect(warnings).toEqual(['1 of its annotation lists are damaged and left out']);
  });

  it('reads EDF+D without a gap, whatever it begins with', async () => {
    const lists = ['+7.5', '+8.5', '+9.5'].map(recordTime);
    const recording = await open({ signals: [{ values }, { lists }], reserved: 'EDF+D' });
    expect(recording).toMatchObject({ format: 'EDF+D', durationSeconds: 3 });
  });

  it.each([
    ['a gap', ['+0', '+1', '+4.5'], /a gap from 2 to 4.5 s before record 3: cut it at its gaps/],
    ['an overlap', ['+0', '+0.5', '+2'], /record 2 begins at 0.5 s, before the one ahead of it ends at 1 s/],
  ])('refuses EDF+D with %s, naming its times', async (_, starts, message) => {
    await expect(
      open({ signals: [{ values }, { lists: starts.map(recordTime) }], reserved: 'EDF+D' }),
    ).rejects.toThrow(message);
  });

  it('refuses EDF+D that does not say when its records begin', async () => {
    await expect(open({ signals: [{ values }], reserved: 'EDF+D' })).rejects.toThrow(/not when each begins/);
  });
});

describe('status channels', () => {
  it('makes an event of each change of the trigger lines, of 24 and of 16 bits', async () => {
    // Bit 16 marks a new epoch and bit 20 the range of the amplifier: both are none of the triggers.
    const high = 0x110000;
    const lines = [
      [0, 5, 5, 0],
      [7, 8, 8, 0],
      [0, 0, 0, 255],
    ];
    const digital: [string, string] = ['-8388608', '8388607'];
    const bdf = await open(
      {
        isBdf: true,
        signals: [
          { values },
          { label: 'Status', digital, values: lines.map((row) => row.map((bits) => bits + high)) },
        ],
      },
      'a.bdf',
    );
    const edf = await open({
      signals: [{ values }, { label: 'Trigger', values: lines, physical: ['-1000', '1000'] }],
    });
    for (const { events, channels } of [bdf, edf]) {
      expect(channels[1].kind).toBe('status');
      expect(events).toEqual(
        [
          [0.25, '5'],
          [1, '7'],
          [1.25, '8'],
          [2.75, '255'],
        ].map(([onsetSeconds, label]) => ({ onsetSeconds, durationSeconds: 0, label })),
      );
    }
    expect([...(await samplesOf(bdf, { channels: [1] }))[0]].slice(0, 2)).toEqual([0x10000, 0x10005]);
  });
});

it('reads whatever is written, in any stretch (property)', async () => {
  const stored = fc.integer({ min: -32768, max: 32767 });
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 9 }).chain((samples) =>
        fc.array(fc.array(stored, { minLength: samples, maxLength: samples }), {
          minLength: 1,
          maxLength: 9,
        }),
      ),
      fc.double({ min: 0, max: 0.99, noNaN: true }),
      fc.constantFrom('0.125', '1', '3', '40'),
      async (rows, share, recordSeconds) => {
        const range: [string, string] = ['-32768', '32767'];
        const recording = await open({
          signals: [{ values: rows, physical: range, digital: range }],
          recordSeconds,
        });
        const all = rows.flat();
        expect([...(await samplesOf(recording))[0]]).toEqual(all);
        const from = Math.floor(share * all.length);
        const fromSeconds = from / recording.channels[0].rateHz;
        expect([...(await samplesOf(recording, { fromSeconds }))[0]]).toEqual(all.slice(from));
      },
    ),
    { numRuns: 60 },
  );
});
