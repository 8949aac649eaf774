import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestLibrary } from '../../../catalogue/testing/library.testing';
import { listAnalyses } from '../../analyses/listAnalyses';
import { readResult, resultPath } from '../../analyses/readResult';
import { startAnalysis } from '../../analyses/startAnalysis';
import { analysisReport } from '../../reports/analysisReport';
import { createStudy } from '../createStudy';
import { exportStudy } from '../export/exportStudy';
import { addLocalFiles } from '../files/addLocalFiles';
import { proposedMapping } from '../mapping/proposedMapping';
import { studyDetail } from '../studyDetail';
import type { StudyPlace } from '../studyPlace';
import { openTestStudies, writeSmallStudy } from '../testing/study.testing';
import { unpackStudyFile } from '../unpack/unpackStudyFile';
import { queueReading } from './queueReading';

type Files = Record<string, Uint8Array>;

let library: TestLibrary;
let place: StudyPlace;
let exported: Files;
/** Numbers of the two analyses where they were made. */
let made: number[];

beforeAll(async () => {
  ({ library, place } = await openTestStudies());
  const source = join(library.folder, 'source');
  writeSmallStudy(source);
  const studyId = await createStudy(place, { title: 'A small study' });
  await addLocalFiles(place, studyId, source);
  await readAll(studyId);
  made = [];
  for (const seed of [3, 4]) {
    const spec = {
      kind: 'intersubject' as const,
      plan: { null: { kind: 'phase' as const, count: 9 }, seed },
    };
    made.push((await startAnalysis(place, { studyId, spec, title: `seed ${seed}` })).analysisId);
  }
  await library.work();
  exported = await filesOf(studyId);
}, 120_000);
afterAll(() => library.close());

async function readAll(studyId: number): Promise<void> {
  const { rows } = await proposedMapping(place, studyId);
  await queueReading(place, { studyId, rows });
  await library.work();
}

/** What a study's export holds, by name. */
async function filesOf(studyId: number): Promise<Files> {
  return unzipSync(await buffer((await exportStudy(place, studyId)).zip));
}

/** A study made of a ZIP of these files. */
async function imported(files: Files): Promise<number> {
  const studyId = await createStudy(place, { title: 'Again' });
  const path = join(library.folder, `${studyId}.zip`);
  writeFileSync(path, zipSync(files));
  await addLocalFiles(place, studyId, path);
  const [{ id: fileId }] = (await studyDetail(place.database, place.caller, studyId)).files;
  await unpackStudyFile(place, { studyId, fileId });
  await readAll(studyId);
  return studyId;
}

const bytesOf = async (analysisId: number) => readFileSync(await resultPath(place, analysisId));
const namesOf = (files: Files) =>
  Object.keys(files)
    .filter((name) => name.startsWith('analyses/'))
    .sort();

describe('analyses of an exported study', () => {
  it('come back with it, equal to the byte, marked as brought, with their reports', async () => {
    const studyId = await imported(exported);
    const analyses = await listAnalyses(place.database, place.caller, studyId);
    expect(analyses.map(({ title, state, progress }) => [title, state, progress])).toEqual([
      ['seed 4', 'done', 1],
      ['seed 3', 'done', 1],
    ]);
    const before = await readResult(place, made[0]);
    const file = `analyses/${made[0]}.json`;
    const brought = analyses[1];
    expect(brought.digest?.brought).toEqual({ file, program: before.versions.circumplex, otherInputs: 0 });
    expect(brought.spec).toEqual(before.spec);
    expect(brought.inputsSha256).toBe(before.inputsSha256);
    expect(await bytesOf(brought.id)).toEqual(await bytesOf(made[0]));
    expect(analysisReport(await readResult(place, brought.id))).toBe(analysisReport(before));
    const again = await filesOf(studyId);
    expect(namesOf(again).map((name) => strFromU8(again[name]))).toEqual(
      namesOf(exported).map((name) => strFromU8(exported[name])),
    );
  });

  it('are refused one by one where they are damaged or another study’s, and the study is there with the rest', async () => {
    const [one, other] = namesOf(exported);
    const elsewhere = strFromU8(exported[one]).replaceAll(
      /"sha256":"[0-9a-f]{64}"/g,
      `"sha256":"${'0'.repeat(64)}"`,
    );
    const foreign = 'analyses/elsewhere.json';
    const changed = strFromU8(exported[other]).replace(
      /"sha256":"[0-9a-f]{64}"/,
      `"sha256":"${'0'.repeat(64)}"`,
    );
    const studyId = await imported({
      ...exported,
      'mapping.tsv': strToU8(
        strFromU8(exported['mapping.tsv']).replace(
          new RegExp(`^${one}`, 'm'),
          `${foreign}\tanalysis\n${one}`,
        ),
      ),
      [one]: exported[one].subarray(0, 1000),
      [other]: strToU8(changed),
      [foreign]: strToU8(elsewhere),
    });
    const study = await studyDetail(place.database, place.caller, studyId);
    // One of its series was changed since: it is taken, and that is told.
    expect(study.analyses.map(({ digest }) => digest?.brought)).toMatchObject([
      { file: other, otherInputs: 1 },
    ]);
    expect(study.series).toHaveLength(33);
    const refused = study.files.filter(({ state }) => state === 'refused');
    expect(refused.map(({ name, failure }) => [name, failure])).toEqual([
      [one, expect.stringContaining('it is no JSON: it was cut short or damaged')],
      [foreign, expect.stringMatching(/none of its \d+ series is in this study: it is another study's/)],
    ]);
  });

  it('come back from a folder too, and what was simulated stays so', async () => {
    const folder = join(library.folder, 'unpacked');
    const note = JSON.parse(strFromU8(exported['study.json'])) as Record<string, unknown>;
    const files = { ...exported, 'study.json': strToU8(JSON.stringify({ ...note, simulated: true })) };
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const studyId = await createStudy(place, { title: 'From a folder' });
    await addLocalFiles(place, studyId, folder);
    await readAll(studyId);
    const study = await studyDetail(place.database, place.caller, studyId);
    expect([study.simulated, study.analyses.length]).toEqual([true, 2]);
    // Nothing waits, and the table that was read by offers nothing again.
    expect(study.files.filter(({ state }) => state === 'waiting')).toEqual([]);
    const later = join(library.folder, 's09-happy-rating.csv');
    writeFileSync(later, 'joy\n1\n2\n');
    await addLocalFiles(place, studyId, later);
    expect((await proposedMapping(place, studyId)).rows).toMatchObject([
      { file: 's09-happy-rating.csv', use: 'rating', participant: 's09' },
    ]);
  });
});
