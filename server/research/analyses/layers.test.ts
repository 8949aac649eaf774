import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '@/ml/random';
import type { TestLibrary } from '../../catalogue/testing/library.testing';
import { layerLines } from '../../cli/studies/layerLines';
import { spaceArgument } from '../../cli/studies/spaceArgument';
import { analysisReport } from '../reports/analysisReport';
import { createStudy } from '../studies/createStudy';
import { addLocalFiles } from '../studies/files/addLocalFiles';
import { queueReading } from '../studies/import/queueReading';
import { proposedMapping } from '../studies/mapping/proposedMapping';
import type { StudyPlace } from '../studies/studyPlace';
import { openTestStudies, writeSmallStudy } from '../studies/testing/study.testing';
import { listAnalyses } from './listAnalyses';
import { readResult } from './readResult';
import { startAnalysis } from './startAnalysis';

let library: TestLibrary;
let place: StudyPlace;
let studyId: number;

/** The small study, whose envelope is called the first layer of a network; the second has nothing to do with it. */
beforeAll(async () => {
  ({ library, place } = await openTestStudies());
  writeSmallStudy(library.folder);
  const stimuli = join(library.folder, 'stimuli');
  for (const file of readdirSync(stimuli).filter((name) => name.includes('envelope'))) {
    const text = readFileSync(join(stimuli, file), 'utf8');
    const other = file.endsWith('.json') ? text : noiseFor(file, text);
    writeFileSync(join(stimuli, file.replace('envelope', 'deep')), other);
  }
  studyId = await createStudy(place, { title: 'A study with layers' });
  await addLocalFiles(place, studyId, library.folder);
  const { rows } = await proposedMapping(place, studyId);
  const called: Record<string, string> = { envelope: 'net:first', deep: 'net:deep' };
  const named = rows.map((row) => ({ ...row, name: called[row.name ?? ''] ?? row.name }));
  await queueReading(place, { studyId, rows: named });
  await library.work();
});
afterAll(() => library.close());

function noiseFor(file: string, text: string): string {
  const random = createRandom(1, file);
  return text.replace(/^\S+$/gm, () => String(random.bell()));
}

describe('an analysis of layers', () => {
  const layers = ['net:first', 'net:deep'];
  const plan = {
    ...{ layers: true, delays: [0, 1, 2, 3], alphas: [1, 100] },
    null: { kind: 'phase' as const, count: 40, refit: false },
  };

  it('keeps their order, and finds which of them the region was made from, in its answer, its report and its lines', async () => {
    // Layers as the command line names them.
    const spec = { kind: 'encoding' as const, spaces: layers.map(spaceArgument), plan };
    const { analysisId } = await startAnalysis(place, { studyId, spec });
    await library.work();
    const [listed] = await listAnalyses(place.database, place.caller, studyId);
    expect([listed.state, listed.failure, listed.title]).toEqual([
      ...['done', null, '2 layers, net:first to net:deep, to the brain'],
    ]);
    const result = await readResult(place, analysisId);
    if (result.kind !== 'encoding') throw new Error('another kind');
    expect(result.report.layers?.layers).toEqual([
      { name: 'net:first', columns: 1 },
      { name: 'net:deep', columns: 1 },
    ]);
    const at = result.report.targets.findIndex(({ name }) => name === 'auditory');
    expect(result.report.layers?.groups.all[at]).toMatchObject({ best: 'net:first', tied: [] });
    expect(analysisReport(result)).toContain('auditory prefers first, by');
    expect(layerLines(result.report).join('\n')).toMatch(/auditory +net:first/);
  });

  it('is told of nothing else, and wants two', async () => {
    const plain = { ...plan, layers: undefined };
    const spec = { kind: 'encoding' as const, spaces: layers.map(spaceArgument), plan: plain };
    const { analysisId } = await startAnalysis(place, { studyId, spec });
    await library.work();
    const result = await readResult(place, analysisId);
    expect(result.report).not.toHaveProperty('layers');
    const single = { kind: 'encoding' as const, spaces: [spaceArgument('net:first')], plan };
    await expect(startAnalysis(place, { studyId, spec: single })).rejects.toThrow('two layers or more');
  });
});
