import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestLibrary } from '../../catalogue/testing/library.testing';
import type { AnalysisResult } from '../analyses/analysisResult';
import { listAnalyses } from '../analyses/listAnalyses';
import { readResult } from '../analyses/readResult';
import { startAnalysis } from '../analyses/startAnalysis';
import { checkStudy } from './check/checkStudy';
import { createStudy } from './createStudy';
import { addLocalFiles } from './files/addLocalFiles';
import { queueReading } from './import/queueReading';
import type { MappingRowInput } from './mapping/mappingRow';
import { proposedMapping } from './mapping/proposedMapping';
import type { StudyPlace } from './studyPlace';
import { aliceFolder, aliceQuestion, aliceRegions } from './testing/alice.testing';
import { openTestStudies } from './testing/study.testing';

describe.skipIf(!existsSync(aliceFolder))('people who listened to a story', () => {
  let library: TestLibrary;
  let place: StudyPlace;
  let studyId: number;

  beforeAll(async () => {
    ({ library, place } = await openTestStudies());
    studyId = await createStudy(place, { title: 'Alice' });
    await addLocalFiles(place, studyId, aliceFolder);
    const { rows } = await proposedMapping(place, studyId);
    await queueReading(place, { studyId, rows: rows.map(asMeant) });
    await library.work();
  });
  afterAll(() => library.close());

  it('of whom s33 is refused by name: every region stands still', async () => {
    const problems = await checkStudy(place.database, place.caller, studyId);
    expect(problems).toMatchObject([
      {
        ...{ severity: 'refused', code: 'constant', participant: 's33' },
        message:
          'invalid recording of s33, story, all 6 regions: every sample is 0 (leave it out, or bring it anew)',
      },
    ]);
  });

  it('follow the power of the sound in the left posterior temporal region, on held-out data', async () => {
    const { analysisId } = await startAnalysis(place, {
      studyId,
      spec: aliceQuestion('sndpwr', null),
    });
    await library.work();
    const [{ failure }] = await listAnalyses(place.database, place.caller, studyId);
    expect(failure).toBeNull();
    const result = await readResult(place, analysisId);
    const scores = scoresIn(result, 'LPTL');
    expect(scores).toHaveLength(27);
    expect(mean(scores)).toBeCloseTo(0.08, 2);
    expect(tOf(scores)).toBeGreaterThan(3.9);
  });
});

/** What a person makes of the proposal: one of the two sizes of regions, their names, TR, and one sound for all. */
function asMeant(row: MappingRowInput): MappingRowInput {
  const ignored = { ...row, use: 'ignore' as const };
  if (row.use === 'recording')
    return row.file.startsWith('6mm/')
      ? { ...row, stimulus: 'story', hopSeconds: 2, columnNames: aliceRegions }
      : ignored;
  if (row.file === 's18-sndpwr.txt') return { ...row, stimulus: 'story', participant: null, hopSeconds: 2 };
  return ignored;
}

function scoresIn(result: AnalysisResult, region: string): number[] {
  if (result.kind !== 'encoding') return [];
  const at = result.report.targets.findIndex(({ name }) => name === region);
  return result.report.models[0].r.map((row) => row[at] ?? NaN);
}

const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Student's t of a mean against 0. */
function tOf(values: number[]): number {
  const squares = values.reduce((sum, value) => sum + (value - mean(values)) ** 2, 0);
  return mean(values) / Math.sqrt(squares / (values.length - 1) / values.length);
}
