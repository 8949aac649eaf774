import { createWriteStream, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs } from '@/db/schema';
import type { TestLibrary } from '../../catalogue/testing/library.testing';
import { analysisReport } from '../reports/analysisReport';
import { analysisCsvFiles } from '../reports/analysisTables';
import { listAnalyses } from '../analyses/listAnalyses';
import { readResult } from '../analyses/readResult';
import { startAnalysis } from '../analyses/startAnalysis';
import { checkStudy } from './check/checkStudy';
import { createStudy } from './createStudy';
import { exportStudy } from './export/exportStudy';
import { addLocalFiles } from './files/addLocalFiles';
import { queueReading } from './import/queueReading';
import { listStudies } from './listStudies';
import { proposedMapping } from './mapping/proposedMapping';
import { loadStudyInput } from './prepare/loadStudyInput';
import type { StudyInput } from './prepare/studyInput';
import { removeStudy } from './removeStudy';
import { studyDetail } from './studyDetail';
import { studyFolder } from './studyFolder';
import type { StudyPlace } from './studyPlace';
import { openTestStudies, smallPieces, smallRegions, writeSmallStudy } from './testing/study.testing';
import { unpackStudyFile } from './unpack/unpackStudyFile';

let library: TestLibrary;
let place: StudyPlace;
let studyId: number;

beforeAll(async () => {
  ({ library, place } = await openTestStudies());
  writeSmallStudy(library.folder);
  studyId = await createStudy(place, { title: 'A small study' });
  await addLocalFiles(place, studyId, library.folder);
  const { rows } = await proposedMapping(place, studyId);
  await queueReading(place, { studyId, rows });
  await library.work();
});
afterAll(() => library.close());

describe('a study of files', () => {
  it('is read as its names say', async () => {
    const study = await studyDetail(place.database, place.caller, studyId);
    expect(study.files.filter(({ state }) => state === 'refused')).toEqual([]);
    expect(study.participants.map(({ label }) => label)).toEqual(['01', '02', '03', '04', '05']);
    expect(study.stimuli).toMatchObject([
      { name: 'happy', mood: 'hap', durationSeconds: smallPieces.happy },
      { name: 'sadshort', mood: 'sad' },
      { name: 'sadlong', mood: 'sad' },
    ]);
    expect(study.targets.map(({ name }) => name)).toEqual(smallRegions);
    expect(study.targets[1]).toEqual({
      name: 'visual',
      network: 'Network',
      hemisphere: 'left',
      centre: [1, -1, 10],
    });
    const counts = (kind: string) => study.series.filter((each) => each.kind === kind).length;
    expect(['recording', 'rating', 'feature', 'confounds'].map(counts)).toEqual([15, 15, 3, 0]);
    expect(study.series.find(({ kind }) => kind === 'recording')?.columns).toEqual(smallRegions);
    expect(await checkStudy(place.database, place.caller, studyId)).toEqual([]);
  });

  it('is analysed: the region that follows the envelope is found, and equal questions have equal answers', async () => {
    const spec = {
      kind: 'encoding' as const,
      spaces: [{ name: 'envelope', series: 'envelope' }],
      plan: { delays: [0, 1, 2, 3], null: { kind: 'phase' as const, count: 50, refit: true } },
    };
    const one = await startAnalysis(place, { studyId, spec });
    const two = await startAnalysis(place, { studyId, spec, title: 'once more' });
    await library.work();
    const listed = await listAnalyses(place.database, place.caller, studyId);
    expect(listed.map(({ state, failure, title }) => [state, failure, title])).toEqual([
      ['done', null, 'once more'],
      ['done', null, 'envelope to the brain'],
    ]);
    expect(listed[0].digest).toMatchObject({
      participants: 5,
      pieces: 3,
      targets: 3,
      problems: 0,
      significant: 1,
    });
    expect(listed[0].digest?.best).toMatchObject({ name: 'auditory' });
    const [first, second] = [
      await readResult(place, one.analysisId),
      await readResult(place, two.analysisId),
    ];
    expect({ ...second, title: first.title }).toEqual(first);
    expect(first.inputs).toHaveLength(18);
  });

  it.each([
    {
      kind: 'coupling' as const,
      spaces: [{ name: 'envelope', series: 'envelope', change: 'absolute' as const }],
      scales: [{ name: 'joy', series: 'joy', from: 'rating' as const, change: 'signed' as const }],
      plan: { surrogates: { kind: 'phase' as const, count: 20 } },
    },
    {
      kind: 'leadLag' as const,
      scales: [{ name: 'joy', series: 'joy', from: 'rating' as const }],
      plan: { lagsSeconds: [-2, 0, 2], null: { count: 10 } },
    },
    { kind: 'intersubject' as const, plan: { null: { kind: 'phase' as const, count: 20 } } },
  ])('is asked by $kind, and reported', async (spec) => {
    const { analysisId } = await startAnalysis(place, { studyId, spec });
    await library.work();
    const [{ state, failure, digest }] = await listAnalyses(place.database, place.caller, studyId);
    expect([state, failure]).toEqual(['done', null]);
    expect(digest).toMatchObject({ participants: 5, pieces: 3, problems: 0 });
    const result = await readResult(place, analysisId);
    expect(result.kind).toBe(spec.kind);
    expect(analysisReport(result)).toContain('</html>');
    expect(analysisCsvFiles(result).size).toBeGreaterThan(0);
  });

  it('is exported whole, and read again with every digit', async () => {
    const path = join(library.folder, 'export.zip');
    const { name, zip } = await exportStudy(place, studyId);
    expect(name).toBe('A small study.zip');
    await pipeline(zip, createWriteStream(path));
    const copyId = await createStudy(place, { title: 'The same again' });
    await addLocalFiles(place, copyId, path);
    const [{ id: fileId }] = (await studyDetail(place.database, place.caller, copyId)).files;
    await unpackStudyFile(place, { studyId: copyId, fileId });
    const { rows, from } = await proposedMapping(place, copyId);
    expect(from).toBe('table');
    await queueReading(place, { studyId: copyId, rows });
    await library.work();
    const [before, after] = [await loadStudyInput(place, studyId), await loadStudyInput(place, copyId)];
    const told = ({ series, ...study }: StudyInput) => ({
      ...study,
      title: '',
      series: series.map((each) => ({ ...each, id: 0, path: '', source: '' })),
    });
    expect(told(after)).toEqual(told(before));
    expect(
      (await listStudies(place.database, place.caller)).map(({ id, runs, ratings }) => [id, runs, ratings]),
    ).toEqual([
      [copyId, 15, 15],
      [studyId, 15, 15],
    ]);
    await removeStudy(place, copyId);
  });

  it('is gone for good once it is removed', async () => {
    const { series } = await studyDetail(place.database, place.caller, studyId);
    const folder = studyFolder(place.dataDirectory, studyId);
    expect(readdirSync(join(folder, 'series'))).toHaveLength(series.length);
    await removeStudy(place, studyId);
    expect(existsSync(folder)).toBe(false);
    expect(await place.database.select().from(jobs)).toEqual([]);
    await expect(studyDetail(place.database, place.caller, studyId)).rejects.toThrow('invalid studyId');
  });
});
