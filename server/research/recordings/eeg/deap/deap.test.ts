import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../../describe/describeFile';
import { TestFolder } from '../../testing/files.testing';
import { npyBytes } from '../../write/npyBytes';
import { openEeg } from '../openEeg';
import { matBytes } from '../testing/matBytes.testing';
import { samplesOf } from '../testing/samples.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

const [trials, channels, samples] = [2, 40, 8064];
const valueAt = (trial: number, channel: number, sample: number) => trial * 1000 + channel + sample / 8192;

/** [trials, channels, samples], the last going fastest. */
const rowsFirst = Float64Array.from({ length: trials * channels * samples }, (_, index) =>
  valueAt(Math.floor(index / (channels * samples)), Math.floor(index / samples) % channels, index % samples),
);
/** The same with the first going fastest, as MATLAB keeps it. */
const columnsFirst = Float64Array.from({ length: rowsFirst.length }, (_, index) =>
  valueAt(index % trials, Math.floor(index / trials) % channels, Math.floor(index / (trials * channels))),
);
const ratings = [
  [7.5, 2, 3, 9],
  [1, 8.25, 5, 4],
];

/** An NPY file of three dimensions. */
function array(values: Float64Array): Buffer {
  const flat = npyBytes({ rows: 1, columns: values.length, values });
  const from = `(1, ${values.length})`;
  const to = `(${trials}, ${channels}, ${samples})`;
  const at = flat.indexOf(from);
  flat.write(`${to}, }`.padEnd(flat.indexOf('\n') - at, ' '), at);
  return flat;
}

const files: [string, () => string][] = [
  [
    'two NPY files',
    () => {
      folder.write(
        'npy/s01_labels.npy',
        npyBytes({ rows: 2, columns: 4, values: Float64Array.from(ratings.flat()) }),
      );
      return folder.write('npy/s01_data.npy', array(rowsFirst));
    },
  ],
  ...[true, false].map((isPacked): [string, () => string] => [
    `MATLAB, ${isPacked ? 'packed' : 'plain'}`,
    () => {
      const labels = Float64Array.from(
        { length: 8 },
        (_, index) => ratings[index % 2][Math.floor(index / 2)],
      );
      const variables = {
        data: { numbers: columnsFirst, dimensions: [trials, channels, samples] },
        labels: { numbers: labels, dimensions: [2, 4] },
      };
      return folder.write(isPacked ? 's01.mat' : 's02.mat', matBytes(variables, { isPacked }));
    },
  ]),
];

describe.each(files)('DEAP in %s', (_, write) => {
  const path = write();

  it('has trials without their baseline, with own ratings and channels in Geneva order', async () => {
    const recording = await openEeg(path);
    expect(recording).toMatchObject({ format: 'DEAP (preprocessed)', durationSeconds: 120, warnings: [] });
    expect(recording.trials).toEqual([
      {
        name: 'video 1',
        startSeconds: 0,
        durationSeconds: 60,
        ratings: { valence: 7.5, arousal: 2, dominance: 3, liking: 9 },
      },
      {
        name: 'video 2',
        startSeconds: 60,
        durationSeconds: 60,
        ratings: { valence: 1, arousal: 8.25, dominance: 5, liking: 4 },
      },
    ]);
    expect(recording.channels.map(({ name }) => name).join(' ')).toMatch(
      /^Fp1 AF3 F3 F7 .* PO4 O2 hEOG .* Temperature$/,
    );
    expect(recording.channels[31]).toMatchObject({
      unit: 'uV',
      rateHz: 128,
      highPassHz: 4,
      lowPassHz: 45,
      samples: 15360,
    });
    const [oz, first] = await samplesOf(recording, { channels: [14, 0] });
    expect(oz[0]).toBe(valueAt(0, 14, 384));
    expect(first[7680]).toBe(valueAt(1, 0, 384));
    expect(oz[15359]).toBe(valueAt(1, 14, 8063));
  });

  it('gives any stretch as the whole has it, across trials', async () => {
    const recording = await openEeg(path);
    const [whole] = await samplesOf(recording, { channels: [3] });
    const [part] = await samplesOf(recording, { channels: [3], fromSeconds: 58.5, toSeconds: 62.25 });
    expect([...part]).toEqual([...whole.subarray(58.5 * 128, 62.25 * 128)]);
  });

  it('keeps the baseline, or takes its mean away', async () => {
    const kept = await openEeg(path, { baseline: 'keep' });
    expect(kept.durationSeconds).toBe(126);
    expect(kept.trials[1]).toMatchObject({ startSeconds: 66, durationSeconds: 60 });
    expect((await samplesOf(kept, { channels: [1] }))[0][0]).toBe(valueAt(0, 1, 0));
    const [taken] = await samplesOf(await openEeg(path, { baseline: 'subtract' }), { channels: [1] });
    expect(taken[7680]).toBeCloseTo((384 - 383 / 2) / 8192, 9);
  });
});

it('describes its channels', async () => {
  const { kind, columns, durationSeconds } = await describeFile(`${folder.path}/s01.mat`);
  expect([kind, columns.length, durationSeconds]).toEqual(['eeg', 40, 120]);
});

it.each([
  ['protocol 2', Buffer.from('\x80\x02}q\x01(U\x06labels', 'latin1')],
  ['protocol 0', Buffer.from("(dp1\nS'labels'\n")],
])('refuses a pickle (%s), saying what to do', async (_, content) => {
  const path = folder.write('s01.dat', content);
  await expect(openEeg(path)).rejects.toThrow(/pickle of Python.*take DEAP's .mat files, or save its data/);
  await expect(describeFile(path)).rejects.toThrow(/pickle of Python/);
});

it.each([
  [
    'ratings beyond their scale',
    { numbers: [0, 1, 2, 3, 4, 5, 6, 7], dimensions: [2, 4] },
    /trial 1: a valence of 0 lies outside of 1 to 9/,
  ],
  ['ratings of fewer trials', { numbers: [1, 2, 3, 4], dimensions: [1, 4] }, /its labels are not 2 x 4/],
])('refuses %s', async (_, { numbers, dimensions }, message) => {
  const variables = {
    data: { numbers: columnsFirst, dimensions: [trials, channels, samples] },
    labels: { numbers: Float64Array.from(numbers), dimensions },
  };
  await expect(openEeg(folder.write('s09.mat', matBytes(variables)))).rejects.toThrow(message);
});

it('refuses another file of MATLAB, telling what it holds', async () => {
  await expect(openEeg(folder.write('other.mat', matBytes({ x: 1, y: 'a' })))).rejects.toThrow(
    /it holds x, y/,
  );
});
