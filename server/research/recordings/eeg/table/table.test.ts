import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../../describe/describeFile';
import { readSeries } from '../../readSeries';
import { TestFolder } from '../../testing/files.testing';
import { npyBytes } from '../../write/npyBytes';
import type { EegOptions } from '../eegRecording';
import { openEeg } from '../openEeg';
import { samplesOf } from '../testing/samples.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const open = (name: string, content: string | Uint8Array, options?: EegOptions) =>
  openEeg(folder.write(name, content), options);

describe('tables of electrodes', () => {
  it.each<[string, string, EegOptions]>([
    ['a comment', '# SamplingFrequency: 128\n# unit: uV\nFz,Cz\n1,2\n3,4\n5,6\n', {}],
    [
      'a comment of OpenBCI',
      '%OpenBCI Raw EXG Data\n%Sample Rate = 128 Hz\n%unit = uV\nSample Index, Fz, Cz\n0, 1, 2\n1, 3, 4\n2, 5, 6\n',
      {},
    ],
    ['a column of times', 'time,Fz [uV],Cz [uV]\n0,1,2\n0.0078125,3,4\n0.015625,5,6\n', {}],
    ['what is told', 'Fz;Cz\n1,0;2,0\n3,0;4,0\n5,0;6,0\n', { rateHz: 128, unit: 'uV' }],
  ])('reads one whose rate is told by %s', async (_, text, options) => {
    const recording = await open('a.csv', text, options);
    expect(recording.channels).toMatchObject([
      { name: 'Fz', unit: 'uV', kind: 'eeg', rateHz: 128, samples: 3 },
      { name: 'Cz', unit: 'uV', kind: 'eeg', rateHz: 128, samples: 3 },
    ]);
    expect((await samplesOf(recording)).map((channel) => [...channel])).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
  });

  it('leaves columns of words out, and says so', async () => {
    const recording = await open('words.csv', '# sample rate: 10\nFz,note,Cz\n1,a,2\n3,b,4\n');
    expect(recording.channels.map(({ name }) => name)).toEqual(['Fz', 'Cz']);
    expect(recording.warnings).toEqual(['columns without numbers are left out: note']);
  });

  it.each([
    ['a rate', 'Fz,Cz\n1,2\n3,4\n', /how many samples there are in a second: give the rate/],
    ['a sample', 'time,Fz,Cz\n0,1,2\n1,3,4\n3,5,6\n4,7,8\n', /line \d+: its time . s is not in step/],
    ['a cell', '# rate_hz: 10\nFz,Cz\n1,2\n3\n', /line 4: 1 cells where the first line has 2/],
  ])('refuses one without %s', async (_, text, message) => {
    await expect(open('refused.csv', text).then(samplesOf)).rejects.toThrow(message);
  });

  it('are described as recordings where they say what they are, and remain series for studies', async () => {
    const path = folder.write('described.csv', 'time,Fz,Cz,other\n0,1,2,3\n0.5,3,4,5\n');
    expect(await describeFile(path)).toMatchObject({ kind: 'eeg', rateHz: 2, shape: [2, 3] });
    expect([...(await readSeries(path)).values.values]).toEqual([1, 2, 3, 3, 4, 5]);
  });

  it.each([
    ['ratings', 'time,valence,arousal\n0,1,2\n0.5,3,4\n'],
    ['ratings of people', 'time,P1,P2,P3\n0,1,2,3\n0.5,3,4,5\n'],
    ['ratings with a rate', '# sample rate: 10\nvalence,arousal\n1,2\n3,4\n'],
    ['numbers parted by many blanks', `0       1\n${'1       2\n'.repeat(40)}`],
  ])('leave %s the series that they are', async (name, text) => {
    expect((await describeFile(folder.write(`${name}.txt`, text))).kind).toBe('series');
  });

  it('reads lines longer than the beginning of a file', async () => {
    const names = Array.from({ length: 400 }, (_, index) => `electrode ${index}`).join(',');
    const row = Array.from({ length: 400 }, (_, index) => `${index}.123456789012`).join(',');
    const recording = await open('wide.csv', `${names}\n${row}\n${row}\n`, { rateHz: 100 });
    const [last] = await samplesOf(recording, { channels: [399] });
    expect([...last]).toEqual([399.123456789012, 399.123456789012]);
  });
});

describe('arrays of electrodes', () => {
  const values = Float64Array.from({ length: 6 }, (_, index) => index + 1);
  const bytes = npyBytes({ rows: 3, columns: 2, values });
  const document = '{"SamplingFrequency": 128, "Channels": ["Fz", "Cz"], "Unit": "uV"}';

  it('takes rate and names from the document beside it', async () => {
    folder.write('array/a.json', document);
    const recording = await open('array/a.npy', bytes);
    expect(recording.channels).toMatchObject([
      { name: 'Fz', unit: 'uV', rateHz: 128, samples: 3 },
      { name: 'Cz' },
    ]);
    expect((await samplesOf(recording)).map((channel) => [...channel])).toEqual([
      [1, 3, 5],
      [2, 4, 6],
    ]);
    expect((await describeFile(`${folder.path}/array/a.npy`)).kind).toBe('eeg');
    expect((await readSeries(`${folder.path}/array/a.npy`)).values.columns).toBe(2);
  });

  it('takes what is told in place of a document', async () => {
    const recording = await open('told.npy', bytes, { rateHz: 10, channelNames: ['a', 'a'], unit: 'mV' });
    expect(recording.channels).toMatchObject([{ name: 'a', unit: 'mV', rateHz: 10 }, { name: 'a (2)' }]);
  });

  it('refuses an array without a rate, and a document that does not fit', async () => {
    await expect(open('bare.npy', bytes)).rejects.toThrow(/give the rate, or write SamplingFrequency/);
    folder.write('few.json', '{"SamplingFrequency": 128, "Channels": ["Fz"]}');
    await expect(open('few.npy', bytes)).rejects.toThrow(/it has 2 channels, 1 are named/);
    folder.write('wrong.json', '{"SamplingFrequency": "fast", "Channels": ["Fz", "Cz"]}');
    await expect(open('wrong.npy', bytes)).rejects.toThrow(/wrong.json \(SamplingFrequency: /);
  });
});
