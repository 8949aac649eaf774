import { afterAll, describe, expect, it } from 'vitest';
import { TestFolder } from '../../testing/files.testing';
import { openEeg } from '../openEeg';
import { samplesOf } from '../testing/samples.testing';
import { visionHeader, visionMarkers, type VisionToWrite } from '../testing/visionFiles.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());
let places = 0;

/** Writes a recording into a folder of its own and opens it. */
async function open(header: VisionToWrite, files: Record<string, string | Uint8Array>, name = 'a.vhdr') {
  const place = `recording${places++}`;
  for (const [other, content] of Object.entries(files)) folder.write(`${place}/${other}`, content);
  return openEeg(folder.write(`${place}/${name}`, visionHeader(header)));
}

const stored = [1, 10, 2, 20, 3, 30];
const int16 = new Uint8Array(Int16Array.from(stored).buffer);
const wanted = [
  [0.5, 1, 1.5],
  [10, 20, 30],
];
const allOf = async (...parts: Parameters<typeof open>) =>
  (await samplesOf(await open(...parts))).map((channel) => [...channel]);

describe('data of every kind', () => {
  it.each<[string, VisionToWrite, Uint8Array]>([
    ['INT_16', {}, int16],
    ['INT_32', { binary: { BinaryFormat: 'INT_32' } }, new Uint8Array(Int32Array.from(stored).buffer)],
    [
      'IEEE_FLOAT_32',
      { binary: { BinaryFormat: 'IEEE_FLOAT_32' } },
      new Uint8Array(Float32Array.from(stored).buffer),
    ],
    ['the other order of bytes', { binary: { UseBigEndianOrder: 'YES' } }, Buffer.from(int16).swap16()],
    [
      'VECTORIZED',
      { common: { DataOrientation: 'VECTORIZED', DataPoints: '3' } },
      new Uint8Array(Int16Array.of(1, 2, 3, 10, 20, 30).buffer),
    ],
    ['text', { common: { DataFormat: 'ASCII' } }, Buffer.from('1 10\r\n2 20\r\n3 30\r\n')],
    [
      'text with names, a column to skip and decimal commas',
      { common: { DataFormat: 'ASCII' }, ascii: { DecimalSymbol: ',', SkipLines: '1', SkipColumns: '1' } },
      Buffer.from('time Fp1 Cz\n0 1,0 10,0\n1 2,0 20\n2 3 30,0\n'),
    ],
    [
      'VECTORIZED text with names',
      { common: { DataFormat: 'ASCII', DataOrientation: 'VECTORIZED' }, ascii: { SkipColumns: '1' } },
      Buffer.from('Fp1 1 2 3\nCz 10 20 30\n'),
    ],
  ])('%s', async (_, header, data) => {
    expect(await allOf(header, { 'a.eeg': data })).toEqual(wanted);
  });

  it('tells channels, units, rate and the filters behind its comment', async () => {
    const comment = [
      'C h a n n e l s',
      '#     Name      Phys. Chn.    Resolution / Unit   Low Cutoff [s]   High Cutoff [Hz]   Notch [Hz]',
      '1     Fp1         1                0.5 µV             10              250              Off',
      '2     Cz          2                1 mV               DC              1000             Off',
      'S o f t w a r e  F i l t e r s',
      '#     Low Cutoff [s]   High Cutoff [Hz]   Notch [Hz]',
      '1      1.5915494          70             50',
      '2      Off                Off            Off',
    ].join('\r\n');
    const { channels } = await open({ comment }, { 'a.eeg': int16 });
    expect(channels).toMatchObject([
      { name: 'Fp1', unit: 'µV', kind: 'eeg', rateHz: 250, samples: 3, highPassHz: 0.1, lowPassHz: 70 },
      { name: 'Cz', unit: 'mV', highPassHz: 0, lowPassHz: 1000 },
    ]);
  });

  it('reads commas in names, blank units as microvolts, blank resolutions as 1', async () => {
    const { channels } = await open({ channels: ['A\\1 B,,,', 'Cz'] }, { 'a.eeg': int16 });
    expect(channels).toMatchObject([
      { name: 'A, B', unit: 'µV' },
      { name: 'Cz', unit: 'µV' },
    ]);
  });

  it('reads Latin-1 as older recorders write it', async () => {
    const place = 'latin';
    folder.write(`${place}/a.eeg`, int16);
    const text = visionHeader({ channels: ['Fp1,,0.5,µV', 'Cz,,1,mV'] });
    const { channels } = await openEeg(folder.write(`${place}/a.vhdr`, Buffer.from(text, 'latin1')));
    expect(channels[0].unit).toBe('µV');
  });
});

describe('markers', () => {
  const markers = visionMarkers([
    'New Segment,,1,1,0,20131113161403794232',
    'Stimulus,S  1,2,1,0',
    'Comment,said\\1 loudly,3,2,0',
    'New Segment,,3,1,0',
    'Comment,one, two, 3,3,1,0',
  ]);

  it('counts positions from 1, and dates the recording by its first segment', async () => {
    const recording = await open({}, { 'a.eeg': int16, 'a.vmrk': markers });
    expect(recording.events).toEqual([
      { onsetSeconds: 0.004, durationSeconds: 0.004, label: 'Stimulus/S  1' },
      { onsetSeconds: 0.008, durationSeconds: 0.008, label: 'Comment/said, loudly' },
      { onsetSeconds: 0.008, durationSeconds: 0.004, label: 'New Segment/' },
      { onsetSeconds: 0.008, durationSeconds: 0.004, label: 'Comment/one, two, 3' },
    ]);
    expect(recording.startedAt).toBe('2013-11-13T16:14:03');
    expect(recording.warnings).toEqual([expect.stringContaining('it was paused (new segments) at 0.008 s')]);
  });

  it('does without, and says so', async () => {
    const recording = await open({}, { 'a.eeg': int16 });
    expect(recording.events).toEqual([]);
    expect(recording.warnings).toEqual(['its markers lie in a.vmrk, which is not beside it']);
    expect((await open({ common: { MarkerFile: '' } }, { 'a.eeg': int16 })).warnings).toEqual([]);
  });

  it('refuses one without a place', async () => {
    const files = { 'a.eeg': int16, 'a.vmrk': visionMarkers(['Stimulus,S  1,soon,1,0']) };
    await expect(open({}, files)).rejects.toThrow(/a.vmrk \(mk1: its position "soon"/);
  });
});

describe('files beside the header', () => {
  it('follows a path below its folder, and the sign for its own name', async () => {
    expect(await allOf({ common: { DataFile: 'data/x.dat' } }, { 'data/x.dat': int16 })).toEqual(wanted);
    expect(await allOf({ common: { DataFile: '.\\data\\x.dat' } }, { 'data/x.dat': int16 })).toEqual(wanted);
    expect(await allOf({ common: { DataFile: '$b.eeg' } }, { 'new.eeg': int16 }, 'new.vhdr')).toEqual(wanted);
  });

  it('finds data and markers that were renamed with their header, and says so', async () => {
    const files = { 'new.eeg': int16, 'new.vmrk': visionMarkers(['Stimulus,S  1,2,1,0']) };
    const recording = await open({ common: { DataFile: 'C:\\raw\\old.eeg' } }, files, 'new.vhdr');
    expect(recording.events).toHaveLength(1);
    expect(recording.warnings).toEqual([
      'its header names C:\\raw\\old.eeg: new.eeg was taken',
      'its header names a.vmrk for markers',
    ]);
  });

  it('never leaves its folder', async () => {
    folder.write('outside.eeg', int16);
    for (const DataFile of ['../outside.eeg', `${folder.path}/outside.eeg`, 'x/../../outside.eeg']) {
      await expect(open({ common: { DataFile } }, {})).rejects.toThrow(/is not beside it: bring it along/);
    }
  });

  it('says which file to open in place of its samples or markers', async () => {
    await expect(openEeg(folder.write('lone.eeg', int16))).rejects.toThrow(/open the .vhdr file beside it/);
    await expect(openEeg(folder.write('lone.vmrk', visionMarkers([])))).rejects.toThrow(
      /open the .vhdr file/,
    );
  });
});

describe('refuses', () => {
  it.each<[string, VisionToWrite, RegExp]>([
    [
      'fewer samples than it says',
      { common: { DataPoints: '4' } },
      /holds 3 samples a channel, its header says 4/,
    ],
    ['spectra', { common: { DataType: 'FREQUENCYDOMAIN' } }, /TIMEDOMAIN is read/],
    ['an unknown type of numbers', { binary: { BinaryFormat: 'INT_24' } }, /BinaryFormat=INT_24/],
    ['no channels', { common: { NumberOfChannels: '0' } }, /NumberOfChannels=0/],
    ['more channels than it names', { common: { NumberOfChannels: '3' } }, /Ch3 is missing/],
    ['no rate', { common: { SamplingInterval: '0' } }, /SamplingInterval=0/],
    ['a resolution in words', { channels: ['a,,fine,µV'] }, /resolution "fine"/],
  ])('%s', async (_, header, message) => {
    await expect(open(header, { 'a.eeg': int16 })).rejects.toThrow(message);
  });

  it.each([
    ['that ends within a sample', int16.subarray(0, 11), /it is 11 bytes long/],
    ['of nothing', new Uint8Array(0), /it is empty/],
  ])('data %s', async (_, data, message) => {
    await expect(open({}, { 'a.eeg': data })).rejects.toThrow(message);
  });

  it('a data file that is not there', async () => {
    await expect(open({}, {})).rejects.toThrow(/its samples lie in a.eeg, which is not beside it/);
  });

  it.each([
    ['what is no number', '1 2\n3 x\n', /line 2: "x" is not a number/],
    ['ragged lines', '1 2\n3\n', /line 2: 1 numbers where 2/],
    ['nothing but blanks', '\n \n', /it holds no line of numbers/],
  ])('text with %s', async (_, text, message) => {
    await expect(open({ common: { DataFormat: 'ASCII' } }, { 'a.eeg': text })).rejects.toThrow(message);
  });
});
