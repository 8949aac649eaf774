import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobs, ownerId, people, simulatedStudies, studyAnalyses, studyTargets } from '@/db/schema';
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
    const another = house.askAs({ personId: 7 });
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
