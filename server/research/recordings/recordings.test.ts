import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readFileSync } from 'node:fs';
import { describeFile } from './describe/describeFile';
import { reduceVolumes } from './nifti/reduceVolumes';
import { readSeries } from './readSeries';
import { TestFolder } from './testing/files.testing';

interface Moments {
  mean: number[] | number;
  standardDeviation: number[] | number;
  minimum: number[] | number;
  maximum: number[] | number;
}

interface Dump {
  labels: { base64: string; voxels: number[] };
  nifti: {
    name: string;
    base64: string;
    affine: number[][];
    hopSeconds: number;
    all: Moments;
    means: number[][];
  }[];
  npy: ({ name: string; base64: string; values: number[][] } & Moments)[];
  npz: { plain: string; packed: string; lone: string; ratings: number[][] };
  cifti: {
    base64: string;
    turned: string;
    dense: string;
    names: string[];
    hopSeconds: number;
    startSeconds: number;
    values: number[][];
  };
  csv: { text: string } & Moments;
}

/** Written by reference/recordings.py with numpy, nibabel and pandas. */
const dump = JSON.parse(readFileSync(new URL('reference/recordings.json', import.meta.url), 'utf8')) as Dump;

const folder = new TestFolder();
const unpack = (name: string, base64: string) => folder.write(name, Buffer.from(base64, 'base64'));
let labels: string;
beforeAll(() => {
  labels = unpack('labels.nii', dump.labels.base64);
});
afterAll(() => folder.remove());

/** Equal but for the last digits, relative to the larger of both. */
function expectClose(got: readonly (number | null)[], wanted: number[] | number, tolerance: number): void {
  const list = [wanted].flat();
  expect(got).toHaveLength(list.length);
  got.forEach((value, index) => {
    const scale = Math.max(1e-12, Math.abs(list[index]));
    expect(Math.abs((value ?? NaN) - list[index]) / scale, `place ${index}`).toBeLessThanOrEqual(tolerance);
  });
}

describe('NIfTI against nibabel', () => {
  it.each(dump.nifti.map((each) => [each.name, each] as const))('%s', async (name, wanted) => {
    const path = unpack(name, wanted.base64);
    const described = await describeFile(path);
    expect(described).toMatchObject({ kind: 'volumes', shape: [4, 3, 2, 3], hopSeconds: wanted.hopSeconds });
    expectClose(
      (described.details.affine as number[][]).flat().map(orOne),
      wanted.affine.flat().map(orOne),
      1e-6,
    );
    const [all] = described.columns;
    expectClose([all.mean], wanted.all.mean, 1e-13);
    expectClose([all.standardDeviation], wanted.all.standardDeviation, 1e-13);
    expectClose([all.minimum, all.maximum], [wanted.all.minimum, wanted.all.maximum].flat(), 1e-13);
    const reduced = await reduceVolumes({ path, labels });
    expect(reduced.hopSeconds).toBe(wanted.hopSeconds);
    expect(reduced.regions.map(({ label }) => label)).toEqual([1, 2, 5]);
    expect(reduced.regions.map(({ voxels }) => voxels)).toEqual(dump.labels.voxels);
    expectClose([...reduced.values.values], wanted.means.flat(), 1e-13);
  });
});

/** Entries of an affine near 0 are compared as they are, not by their digits. */
const orOne = (value: number) => value + 1000;

describe('NPY against numpy', () => {
  it.each(dump.npy.map((each) => [each.name, each] as const))('%s', async (name, wanted) => {
    const path = unpack(name, wanted.base64);
    const series = await readSeries(path);
    expect([series.values.rows, series.values.columns]).toEqual([
      wanted.values.length,
      wanted.values[0].length,
    ]);
    expect([...series.values.values]).toEqual(wanted.values.flat());
    const { columns } = await describeFile(path);
    expectClose(
      columns.map(({ mean }) => mean),
      wanted.mean,
      1e-14,
    );
    expectClose(
      columns.map(({ standardDeviation }) => standardDeviation),
      wanted.standardDeviation,
      1e-13,
    );
  });
});

describe('NPZ against numpy', () => {
  const { ratings } = dump.npz;

  it.each(['plain', 'packed'] as const)('reads an array by its name (%s)', async (which) => {
    const path = unpack(`${which}.npz`, dump.npz[which]);
    expect([...(await readSeries(path, { array: 'ratings' })).values.values]).toEqual(ratings.flat());
    const { rows } = (await readSeries(path, { array: 'envelope' })).values;
    expect(rows).toBe(ratings.length);
    await expect(readSeries(path)).rejects.toThrow(
      'its arrays are ratings, envelope: none was chosen, name one',
    );
  });

  it('reads the only array without being told', async () => {
    const path = unpack('lone.npz', dump.npz.lone);
    expect([...(await readSeries(path)).values.values]).toEqual(ratings.flat());
    expect((await describeFile(path)).details).toMatchObject({ array: 'arr_0', type: 'f8' });
  });
});

describe('CIFTI against nibabel', () => {
  it.each(['base64', 'turned'] as const)('reads a parcellated series (%s)', async (which) => {
    const { names, hopSeconds, startSeconds, values } = dump.cifti;
    const series = await readSeries(unpack(`${which}.ptseries.nii`, dump.cifti[which]));
    expect(series.columns.map(({ name }) => name)).toEqual(names);
    expect(series).toMatchObject({ hopSeconds, startSeconds });
    expect([...series.values.values]).toEqual(values.flat());
  });

  it('refuses a dense series, telling what to do', async () => {
    const path = unpack('dense.dtseries.nii', dump.cifti.dense);
    await expect(readSeries(path)).rejects.toThrow(/SERIES by BRAIN_MODELS.*wb_command -cifti-parcellate/);
  });
});

it('tells means and standard deviations of a table as numpy does, however far from 0', async () => {
  const { text, mean, standardDeviation, minimum, maximum } = dump.csv;
  const { columns } = await describeFile(folder.write('offset.csv', text));
  expect(columns.map(({ name }) => name)).toEqual(['offset', 'small', 'whole']);
  expectClose(
    columns.map((column) => column.mean),
    mean,
    1e-13,
  );
  expectClose(
    columns.map((column) => column.standardDeviation),
    standardDeviation,
    1e-12,
  );
  expectClose(
    columns.map((column) => column.minimum),
    minimum,
    0,
  );
  expectClose(
    columns.map((column) => column.maximum),
    maximum,
    0,
  );
});
