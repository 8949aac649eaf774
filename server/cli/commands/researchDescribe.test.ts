import { afterAll, expect, it } from 'vitest';
import { TestFolder } from '../../research/recordings/testing/files.testing';
import { runResearch } from '../testing/researchCommand.testing';

const folder = new TestFolder();
afterAll(() => folder.remove());

/** What `research describe` writes, or what it throws. */
const describeWith = async (json: boolean, ...args: string[]): Promise<string> =>
  (await runResearch(json, 'describe', ...args)).text;

it('tells what a file is as one JSON document', async () => {
  const path = folder.write('ratings.csv', 'time_s,joy [0-1]\n0,1\n0.5,2\n1,6\n');
  expect(JSON.parse(await describeWith(true, path))).toEqual({
    name: 'ratings.csv',
    sizeBytes: 31,
    kind: 'series',
    format: 'CSV',
    shape: [3, 1],
    hopSeconds: 0.5,
    rateHz: 2,
    startSeconds: 0,
    durationSeconds: 1.5,
    columns: [
      {
        name: 'joy',
        unit: '0-1',
        mean: 3,
        standardDeviation: Math.sqrt(14 / 3),
        minimum: 1,
        maximum: 6,
        missing: 0,
      },
    ],
    events: null,
    details: { delimiter: 'comma', decimalComma: false, header: true },
    warnings: [],
  });
});

it('tells it to people in lines, with what they know better', async () => {
  const path = folder.write('regions.txt', '1;2\n3;2\n');
  const lines = (await describeWith(false, path, '--tr', '0.72', '--header')).split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'regions.txt: series, CSV, 1 x 2',
    'a sample every 0.72 s (1.38889 Hz), 0.72 s long',
  ]);
  expect(lines[3]).toMatch(/^column\s+unit\s+mean\s+sd/);
  expect(lines[4]).toMatch(/^1\s+3\s+0\s+3\s+3/);
  expect(lines).toContain('warning: constant: 1, 2');
});

it('refuses an unknown delimiter and a file that is not there', async () => {
  await expect(describeWith(true, 'x.csv', '--delimiter', 'dot')).rejects.toThrow(
    'tab, semicolon, comma, blanks',
  );
  await expect(describeWith(true, '/nowhere/x.csv')).rejects.toThrow(
    'invalid FILE: x.csv (it does not exist)',
  );
});

it('tells what a BIDS folder holds', async () => {
  folder.write('set/dataset_description.json', '{"Name": "Sad music"}');
  folder.write('set/sub-1/func/sub-1_task-sad_bold.nii.gz', 'x');
  folder.write('set/sub-1/func/sub-1_task-sad_bold.json', '{"RepetitionTime": 1.5}');
  const path = `${folder.path}/set`;
  const lines = (await describeWith(false, path)).split('\n');
  expect(lines[0]).toBe('Sad music: participants: 1, runs: 1, tasks: sad');
  expect(lines[3]).toMatch(/^1\s+sad\s+1\.5\s+1 bold$/);
  expect(JSON.parse(await describeWith(true, path))).toMatchObject({
    tasks: ['sad'],
    runs: [{ participant: '1', hopSeconds: 1.5 }],
  });
});
