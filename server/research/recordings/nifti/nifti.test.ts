import { existsSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { describeFile } from '../describe/describeFile';
import { readSeries } from '../readSeries';
import { TestFolder } from '../testing/files.testing';
import { niftiBytes } from '../testing/niftiBytes.testing';
import { readLabelImage } from './labelImage';
import { readLabelNames } from './labelNames';
import { reduceVolumes } from './reduceVolumes';

const folder = new TestFolder();
afterAll(() => folder.remove());

const labels = folder.write(
  'labels.nii',
  niftiBytes({ shape: [2, 2, 1], values: [0, 3, 3, 7], intentCode: 1002 }),
);
const run = (values: number[], how: { hopSeconds?: number; affine?: number[][]; shape?: number[] } = {}) =>
  folder.write('run.nii.gz', gzipSync(niftiBytes({ shape: [2, 2, 1, values.length / 4], values, ...how })));

describe('a run of volumes', () => {
  it('becomes the mean of every region, with names', async () => {
    const names = folder.write('names.tsv', 'index\tname\n3\tprecuneus\n7\tvmPFC\n9\tnone\n');
    const path = run([9, 1, 3, 5, 9, 2, 4, 8]);
    const told: number[] = [];
    const series = await reduceVolumes({ path, labels, labelNames: names, onProgress: (f) => told.push(f) });
    expect(series.columns.map(({ name }) => name)).toEqual(['precuneus', 'vmPFC']);
    expect([...series.values.values]).toEqual([2, 5, 3, 8]);
    expect(series).toMatchObject({
      hopSeconds: 2,
      regions: [
        { label: 3, voxels: 2 },
        { label: 7, voxels: 1 },
      ],
    });
    expect(told).toEqual([0.5, 1]);
  });

  it('is described by region, or over all voxels', async () => {
    const path = run([9, 1, 3, 5, 9, 2, 4, 8]);
    const { columns } = await describeFile(path, { labelPath: labels });
    expect(columns.map(({ name, mean }) => [name, mean])).toEqual([
      ['label 3', 2.5],
      ['label 7', 6.5],
    ]);
    expect((await describeFile(path)).columns[0]).toMatchObject({ name: 'all voxels', mean: 41 / 8 });
    expect(await describeFile(labels)).toMatchObject({ kind: 'labels', shape: [2, 2, 1, 1] });
    await expect(readSeries(path)).rejects.toThrow('a label image is needed');
    expect((await readSeries(path, { labelPath: labels })).values.rows).toBe(2);
  });

  it('is refused in another space, with both shapes and affines', async () => {
    const moved = [[2, 0, 0, -10], [0, 2, 0, -20], [0, 0, 2, -28]]; // prettier-ignore
    await expect(reduceVolumes({ path: run([1, 2, 3, 4], { affine: moved }), labels })).rejects.toThrow(
      'wrong space: its grid is 2 x 2 x 1 with affine [2 0 0 -10; 0 2 0 -20; 0 0 2 -28], ' +
        "the label image's 2 x 2 x 1 with affine [2 0 0 -10; 0 2 0 -20; 0 0 2 -30]",
    );
    const path = run([1, 2, 3, 4], { shape: [1, 2, 2, 1] });
    await expect(reduceVolumes({ path, labels })).rejects.toThrow('its grid is 1 x 2 x 2');
    const rounded = [[2, 1e-4, 0, -10], [0, 2, 0, -20.001], [0, 0, 2, -30]]; // prettier-ignore
    expect((await reduceVolumes({ path: run([1, 2, 3, 4], { affine: rounded }), labels })).values.rows).toBe(
      1,
    );
  });

  it('leaves voxels out that were never scanned, and tells of one that is lost', async () => {
    const series = await reduceVolumes({ path: run([1, NaN, 3, 5, 1, NaN, 4, 6]), labels });
    expect([...series.values.values]).toEqual([3, 5, 4, 6]);
    expect(series.regions.map(({ voxelsLeftOut }) => voxelsLeftOut)).toEqual([1, 0]);
    await expect(reduceVolumes({ path: run([1, 2, 3, NaN]), labels })).rejects.toThrow(
      'region label 7 lies outside of the scan',
    );
    await expect(reduceVolumes({ path: run([1, 2, 3, 4, 1, 2, NaN, 4]), labels })).rejects.toThrow(
      'region label 3 has a voxel without a finite number in volume 2',
    );
  });

  it('is refused with a TR in the wrong unit, unless it is given', async () => {
    const path = run([1, 2, 3, 4, 5, 6, 7, 8], { hopSeconds: 2000 });
    await expect(reduceVolumes({ path, labels })).rejects.toThrow(
      'its TR is 2000 s, perhaps in milliseconds',
    );
    expect((await reduceVolumes({ path, labels, hopSeconds: 2 })).hopSeconds).toBe(2);
    expect((await describeFile(path)).warnings).toEqual([
      'a TR of 2000 s is perhaps in milliseconds: give the TR',
    ]);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort();
    await expect(reduceVolumes({ path: run([1, 2, 3, 4]), labels, signal })).rejects.toThrow(/abort/i);
  });
});

describe('a label image', () => {
  it.each([
    [[0, 0, 0, 0], 'there is no region'],
    [[0, 1.5, 1, 1], 'voxel 1 holds 1.5: labels are whole numbers from 0'],
    [[0, -1, 1, 1], 'voxel 1 holds -1'],
    [[0, NaN, 1, 1], 'voxel 1 holds NaN'],
    [[0, 1, 1, 1, 0, 1, 1, 1], 'it has 2 volumes: a label image has one'],
  ])('is refused with %j', async (values, reason) => {
    const shape = [2, 2, 1, values.length / 4];
    await expect(readLabelImage(folder.write('bad.nii', niftiBytes({ shape, values })))).rejects.toThrow(
      reason,
    );
  });

  it.each([
    ['index\tname\n1\tA\n2\tB B\n', 'bids.tsv'],
    ['ROI Label,ROI Name,R,A,S\n1,A,0,1,2\n2,B B,0,1,2\n', 'schaefer.csv'],
    ['1\tA\t120\t18\t131\t0\n2\tB B\t120\t18\t132\t0\n', 'schaefer.txt'],
    ['A\nB B\n', 'lone.csv'],
  ])('takes names from %j', async (content, name) => {
    const names = await readLabelNames(folder.write(name, content));
    expect([...names]).toEqual([
      [1, 'A'],
      [2, 'B B'],
    ]);
  });

  it('takes no names that cannot be', async () => {
    const twice = folder.write('twice.tsv', 'index\tname\n1\tA\n1\tB\n');
    await expect(readLabelNames(twice)).rejects.toThrow('line 3: label 1 comes twice');
    const words = folder.write('words.tsv', 'index\tname\none\tA\n');
    await expect(readLabelNames(words)).rejects.toThrow('line 2: the label "one" is not a whole number');
  });
});

/** By nibabel: load(...).get_fdata(), mean and std over all, and over each volume. */
const functional = { mean: 3637.408513675239, deviation: 530.412373779884 };

it.skipIf(!existsSync('../shared/neuro/nifti'))('equals nibabel on real volumes', async () => {
  const { shape, hopSeconds, columns } = await describeFile('../shared/neuro/nifti/functional.nii');
  expect({ shape, hopSeconds }).toEqual({ shape: [17, 21, 3, 20], hopSeconds: 2 });
  expect(columns[0].mean).toBeCloseTo(functional.mean, 9);
  expect(columns[0].standardDeviation).toBeCloseTo(functional.deviation, 9);
  const packed = await describeFile('../shared/neuro/nifti/example4d.nii.gz');
  expect(packed.shape).toEqual([128, 96, 24, 2]);
  expect(packed.columns[0].mean).toBeCloseTo(172.90811496310764, 9);
  expect(packed.columns[0].standardDeviation).toBeCloseTo(238.768099508597, 9);
  const [[, , , left]] = packed.details.affine as number[][];
  expect(left).toBe(117.8551025390625);
});
