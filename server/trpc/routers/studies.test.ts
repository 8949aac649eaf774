import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  jobs,
  ownerId,
  people,
  simulatedStudies,
  studyAnalyses,
  studyFiles,
  studyTargets,
} from '@/db/schema';
import { broughtFolder } from '../../research/studies/studyFolder';
import { invalid, notFound, openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
let studyId: number;
beforeAll(async () => {
  house = await openTestHouse(3);
  ({ studyId } = await house.ask.studies.create({ title: '  Three pieces\n' }));
});
afterAll(() => house.close());

describe('studies', () => {
  it('are made, listed, renamed and told whole', async () => {
    await house.ask.studies.rename({ studyId, title: 'Two pieces' });
    expect(await house.ask.studies.list()).toMatchObject([
      { id: studyId, title: 'Two pieces', simulated: false, participants: 0, runs: 0, analyses: 0 },
    ]);
    const study = await house.ask.studies.get({ studyId });
    expect(study).toMatchObject({ title: 'Two pieces', participants: [], series: [], jobs: [], files: [] });
    expect(await house.ask.studies.check({ studyId })).toEqual([]);
  });

  it('are nobody else’s: another person is not even told that they are there', async () => {
    await house.library.database.insert(people).values({ id: 7, name: 'another' });
    const another = house.askAs({ personId: 7, role: 'member' });
    expect(await another.studies.list()).toEqual([]);
    const words = `invalid studyId: ${studyId} (you have no study of this number)`;
    await expect(another.studies.get({ studyId })).rejects.toThrow(words);
    await expect(another.studies.remove({ studyId })).rejects.toThrow(words);
    await expect(another.studies.check({ studyId })).rejects.toThrow(words);
    await expect(another.studies.mapping({ studyId })).rejects.toThrow(words);
    await expect(another.studies.analyses.list({ studyId })).rejects.toThrow(words);
    const spec = { kind: 'intersubject' as const };
    await expect(another.studies.analyses.start({ studyId, spec })).rejects.toThrow(words);
  });

  it('take the sound of a piece from the catalogue, and its length with it', async () => {
    const { stimulusId } = await house.ask.studies.setStimulus({ studyId, name: 'happy', trackId: 1 });
    await house.ask.studies.setStimulus({ studyId, stimulusId, mood: 'happy' });
    const { stimuli } = await house.ask.studies.get({ studyId });
    expect(stimuli).toMatchObject([{ id: stimulusId, name: 'happy', mood: 'happy', trackId: 1 }]);
    expect(stimuli[0].durationSeconds).toBeGreaterThan(0);
    expect(await refusal('studies.setStimulus', { studyId, name: 'sad', trackId: 99 })).toEqual(
      notFound('invalid trackId: 99 (no track has this number)'),
    );
    expect((await house.ask.studies.features()).map(({ name }) => name)).toContain('envelope');
    const [{ network, layers }] = await house.ask.studies.networks();
    expect([network, layers[0].name, layers.at(-1)?.name]).toEqual([
      ...['circumplex', 'circumplex:conv1', 'circumplex:embedding'],
    ]);
    expect(
      await refusal('studies.computeFeatures', { studyId, features: ['circumplex:conv99'] }),
    ).toMatchObject({ status: 404 });
    const features = ['envelope', layers[0].name];
    const { batchId } = await house.ask.studies.computeFeatures({ studyId, features });
    expect(batchId).toBeGreaterThan(0);
    expect(await refusal('studies.computeFeatures', { studyId, features: ['envelope'] })).toMatchObject({
      status: 409,
    });
    expect((await house.ask.studies.get({ studyId })).jobs).toMatchObject([
      { kind: 'compute-study-features', state: 'queued' },
    ]);
    await house.ask.studies.cancelJobs({ studyId });
    expect((await house.ask.studies.get({ studyId })).jobs).toEqual([]);
  });

  it('tell what the columns of a brought file are, and what of a mapping cannot be, each at its field', async () => {
    const { dataDirectory, database } = house.library;
    const folder = broughtFolder(dataDirectory, studyId);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'sub-01_task-x_timeseries.tsv'), 'V1\tA1\n1\t2\n3\t2\n');
    const file = 'sub-01_task-x_timeseries.tsv';
    await database.insert(studyFiles).values({ studyId, name: file, sizeBytes: 16 });
    const { columns } = await house.ask.studies.fileColumns({ studyId, file });
    expect(columns).toEqual([
      { name: 'V1', unit: null, mean: 2, standardDeviation: 1 },
      { name: 'A1', unit: null, mean: 2, standardDeviation: 0 },
    ]);
    expect(await refusal('studies.fileColumns', { studyId, file: 'other.tsv' })).toEqual(
      notFound('invalid file: other.tsv (the study has no such file)'),
    );
    const { from, rows } = await house.ask.studies.mapping({ studyId });
    expect([from, rows]).toMatchObject([
      'bids',
      [{ file, use: 'recording', participant: '01', stimulus: 'x' }],
    ]);
    expect(await house.ask.studies.mappingFaults({ studyId, rows })).toEqual([]);
    const wrong = [{ ...rows[0], shiftSeconds: 61 }, { ...rows[0], participant: null }, 'a row'];
    const faults = await house.ask.studies.mappingFaults({ studyId, rows: wrong });
    expect(faults.map(({ row, field }) => [row, field])).toEqual([
      [0, 'shiftSeconds'],
      [1, 'participant'],
      [2, 'input'],
    ]);
    const message = `invalid participant of ${file}: (none) (whose recording it is)`;
    expect(await refusal('studies.readFiles', { studyId, rows: [wrong[1]] })).toEqual(invalid(message));
    await house.ask.studies.removeFile({
      studyId,
      fileId: (await house.ask.studies.get({ studyId })).files[0].id,
    });
  });

  it('refuse an analysis that they cannot answer, and one that makes no sense', async () => {
    const start = (spec: unknown) => refusal('studies.analyses.start', { studyId, spec });
    expect(await start({ kind: 'intersubject' })).toEqual(
      invalid('invalid study: it has no recordings (bring them first)'),
    );
    const { database } = house.library;
    await database.insert(studyTargets).values({ studyId, position: 0, name: 'dmPFC' });
    expect(await start({ kind: 'encoding', spaces: [{ name: 'x', series: 'vggish' }] })).toEqual(
      invalid('invalid feature: vggish (the study has none)'),
    );
    expect(await start({ kind: 'intersubject', targets: ['vmPFC'] })).toEqual(
      invalid('invalid targets: vmPFC (the study has dmPFC)'),
    );
    expect((await start({ kind: 'encoding', spaces: [] })).message).toMatch(/^invalid spaces: \[\]/);
    const twice = [
      { name: 'x', series: 'a' },
      { name: 'x', series: 'b' },
    ];
    expect((await start({ kind: 'encoding', spaces: twice })).message).toContain('two are called x');
    expect((await start({ kind: 'guessing' })).message).toMatch(/^invalid kind: guessing/);
  });

  it('start an analysis, which can be followed, cancelled and removed', async () => {
    const before = house.woken();
    const spec = { kind: 'intersubject' as const };
    const { analysisId } = await house.ask.studies.analyses.start({ studyId, spec });
    expect(house.woken()).toBe(before + 1);
    const asked = await house.ask.studies.analyses.get({ analysisId });
    expect(asked).toMatchObject({ state: 'queued', progress: 0, digest: null, kind: 'intersubject' });
    expect(asked.spec.preprocessing.highPassHz).toBe(0.001);
    await house.ask.studies.analyses.cancel({ analysisId });
    expect(await house.ask.studies.analyses.get({ analysisId })).toMatchObject({ state: 'cancelled' });
    expect(await refusal('studies.analyses.result', { analysisId })).toMatchObject({
      status: 503,
      message: `invalid analysisId: ${analysisId} (it is cancelled: its answer comes when it is done)`,
    });
    await house.ask.studies.analyses.remove({ analysisId });
    expect(await house.library.database.select().from(studyAnalyses)).toEqual([]);
    expect(await refusal('studies.analyses.get', { analysisId })).toEqual(
      notFound(`invalid analysisId: ${analysisId} (you have no analysis of this number)`),
    );
  });

  it('begin with a simulated one, queued once and not again after it was made', async () => {
    expect((await house.ask.studies.begin()).batchId).toBeGreaterThan(0);
    expect(await house.ask.studies.begin()).toEqual({ batchId: null });
    const { database } = house.library;
    await database.delete(jobs);
    await database.insert(simulatedStudies).values({ personId: ownerId });
    expect(await house.ask.studies.begin()).toEqual({ batchId: null });
  });

  it('are removed with everything', async () => {
    await house.ask.studies.remove({ studyId });
    expect(await house.ask.studies.list()).toEqual([]);
    expect(await refusal('studies.remove', { studyId })).toMatchObject({ status: 404 });
  });
});
