import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestLibrary } from '../../catalogue/testing/library.testing';
import { checkStudy } from './check/checkStudy';
import { createStudy } from './createStudy';
import { addLocalFiles } from './files/addLocalFiles';
import { queueReading } from './import/queueReading';
import type { MappingRowInput } from './mapping/mappingRow';
import { studyDetail } from './studyDetail';
import type { StudyPlace } from './studyPlace';
import { openTestStudies } from './testing/study.testing';

let library: TestLibrary;
let place: StudyPlace;
let studyId: number;

/** What was brought: a good run among bad ones. */
const files: Record<string, string | Buffer> = {
  'good.tsv': `a\tb\n${Array.from({ length: 30 }, (_, t) => `${Math.sin(t)}\t${Math.cos(t)}`).join('\n')}\n`,
  'holes.tsv': `a\tb\n${Array.from({ length: 30 }, (_, t) => `${t === 11 ? 'n/a' : t * t}\t${Math.cos(2 * t)}`).join('\n')}\n`,
  'ragged.tsv': 'a\tb\n1\t2\n3\n',
  'words.tsv': 'a\tb\none\ttwo\nthree\tfour\n',
  'cut.npy': Buffer.from('\x93NUMPY\x01\x00v\x00{', 'latin1'),
  'claims.nii': Buffer.alloc(400, 1),
  'regions.tsv': 'name\tx\ty\tz\na\tleft\t2\t3\n',
};

beforeAll(async () => {
  ({ library, place } = await openTestStudies());
  const folder = join(library.folder, 'brought');
  mkdirSync(folder);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
  studyId = await createStudy(place, { title: 'Damaged' });
  await addLocalFiles(place, studyId, folder);
  const runs = Object.keys(files).filter((name) => name !== 'regions.tsv');
  const rows: MappingRowInput[] = runs.map((file) => ({
    ...{ file, use: 'recording', participant: file.split('.')[0], stimulus: 'piece', hopSeconds: 1 },
  }));
  await queueReading(place, { studyId, rows: [...rows, { file: 'regions.tsv', use: 'targets' }] });
  await library.work();
});
afterAll(() => library.close());

describe('damaged files of a study', () => {
  it('are refused one by one, in words that name whose they are, and good ones are read', async () => {
    const study = await studyDetail(place.database, place.caller, studyId);
    const states = Object.fromEntries(study.files.map(({ name, state }) => [name, state]));
    expect(states).toEqual({
      ...Object.fromEntries(Object.keys(files).map((name) => [name, 'refused'])),
      ...{ 'good.tsv': 'read', 'holes.tsv': 'read' },
    });
    const failures = study.files.flatMap(({ failure }) => failure ?? []);
    for (const failure of failures) expect(failure).toMatch(/invalid/);
    expect(
      failures.filter((failure) => /^recording of (ragged|words|cut|claims), piece: /.test(failure)),
    ).toHaveLength(4);
    expect(study.files.find(({ name }) => name === 'regions.tsv')?.failure).toBe(
      'invalid x: left (line 2: a number)',
    );
  });

  it('and missing numbers are told by participant, run, region and sample', async () => {
    const problems = await checkStudy(place.database, place.caller, studyId);
    expect(problems.filter(({ code }) => code === 'not-finite')).toMatchObject([
      {
        participant: 'holes',
        region: 'a',
        message:
          'invalid recording of holes, piece, region a: 1 of 30 samples are no numbers, the first is sample 12 (fill them in, or leave it out)',
      },
    ]);
    expect(problems.filter(({ code }) => code === 'file')).toHaveLength(5);
  });
});
