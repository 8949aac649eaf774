import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulatedStudies } from '@/db/schema';
import { demoPieces } from '@/ml/composer/demoPieces';
import { studyPieces } from '@/ml/composer/studyPieces';
import { simulatedRegions } from '@/ml/simulation/simulatedRegions';
import { defaultSimulation } from '@/ml/simulation/simulationPlan';
import { owner } from '../../access/caller';
import { openTestLibrary, type TestLibrary } from '../../catalogue/testing/library.testing';
import { analyseKind } from '../analyses/analyseKind';
import { listAnalyses } from '../analyses/listAnalyses';
import { beginStudies } from '../studies/beginStudies';
import { listStudies } from '../studies/listStudies';
import { removeStudy } from '../studies/removeStudy';
import { studyDetail } from '../studies/studyDetail';
import { studyFolder } from '../studies/studyFolder';
import { simulateKind } from './simulateKind';

/** Two short pieces of one movement each, under the names of the longer ones, and three listeners. */
const movements = ['running-home', 'night-chase'].map((slug) =>
  demoPieces.find((piece) => piece.slug === slug)!,
);
const pieces = studyPieces.slice(0, 2).map((piece, place) => ({
  ...piece,
  durationSeconds: movements[place].durationSeconds,
  movements: [movements[place]],
}));
const plan = { ...defaultSimulation, participants: 3 };
let library: TestLibrary;

beforeAll(async () => {
  library = await openTestLibrary((dataDirectory) => [
    simulateKind(dataDirectory, { pieces, plan }),
    analyseKind(dataDirectory),
  ]);
});
afterAll(() => library.close());

const place = () => ({ database: library.database, dataDirectory: library.dataDirectory, caller: owner });

describe('the study to start with', () => {
  it('is made of composed sound at the first visit, says that it is simulated, and lacks nothing', async () => {
    expect((await beginStudies(place())).batchId).not.toBeNull();
    await library.work();
    const [study] = await listStudies(library.database, owner);
    expect(study).toMatchObject({ simulated: true, participants: 3, stimuli: 2, runs: 6, ratings: 12 });
    expect(study.title).toContain('Simulated');
    const detail = await studyDetail(library.database, owner, study.id);
    expect(detail.participants.map(({ label }) => label)).toEqual(['01', '02', '03']);
    const kinds = detail.series.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'recording')).toHaveLength(6);
    expect(kinds.filter((kind) => kind === 'rating')).toHaveLength(12);
    expect(detail.targets.map(({ name }) => name)).toEqual(simulatedRegions.map(({ name }) => name));
    expect(detail.stimuli.map(({ name, mood }) => [name, mood])).toEqual([
      ['happy', 'happy'],
      ['sad short', 'sad'],
    ]);
    const series = detail.series.filter(({ stimulus }) => stimulus === 'happy');
    const recordings = series.filter(({ kind }) => kind === 'recording');
    expect(recordings.map(({ samples, hopSeconds }) => [samples, hopSeconds])).toEqual([
      [34, 1],
      [34, 1],
      [34, 1],
    ]);
    expect(
      series
        .filter(({ kind }) => kind === 'feature')
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['circumplex embedding', 'envelope']);
    for (const { kind, afterScan, source } of series) {
      expect(afterScan).toBe(kind === 'rating');
      expect(source).toContain('simulated');
    }
  });

  it('is asked two questions by itself, so that a first visit finds answers', async () => {
    const [{ id }] = await listStudies(library.database, owner);
    const list = () => listAnalyses(library.database, owner, id);
    // They are asked once the study is kept.
    await expect.poll(async () => (await list()).length).toBe(2);
    await library.work();
    expect((await list()).map(({ kind, state }) => [kind, state]).sort()).toEqual([
      ['coupling', 'done'],
      ['encoding', 'done'],
    ]);
  });

  it('keeps its sounds and series in its own folder and leaves nothing else behind', async () => {
    const [{ id }] = await listStudies(library.database, owner);
    const folder = studyFolder(library.dataDirectory, id);
    const { size } = await stat(join(folder, 'brought', 'happy.wav'));
    expect(size).toBe(44 + 2 * Math.round(pieces[0].durationSeconds * 32_000));
    expect(await readdir(join(folder, 'series'))).toHaveLength(6 + 12 + 4);
    expect(await readdir(join(library.dataDirectory, 'studies'))).toEqual([String(id)]);
    expect(existsSync(join(library.dataDirectory, 'cache', 'simulation'))).toBe(false);
  });

  it('is not made again once it was removed', async () => {
    const [{ id }] = await listStudies(library.database, owner);
    await removeStudy(place(), id);
    expect(await beginStudies(place())).toEqual({ batchId: null });
    expect(await library.database.select().from(simulatedStudies)).toHaveLength(1);
    expect(existsSync(studyFolder(library.dataDirectory, id))).toBe(false);
  });
});
