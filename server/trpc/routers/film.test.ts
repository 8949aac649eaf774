import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, tracks } from '@/db/schema';
import { projectOf } from '../../film/projects/testing/filmProject.testing';
import { invalid, openTestHouse, refusal, type TestHouse } from '../testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(3);
  // As long as their curves.
  await house.library.database.update(tracks).set({ durationSeconds: 40 });
  await house.library.database.insert(people).values({ id: 7, name: 'another' });
});
afterAll(() => house.close());

const cue = { id: 'c1', name: 'dawn', inFrame: 240, outFrame: 480 };
const withMusic = {
  ...cue,
  chosen: { trackId: 2, startSeconds: 1.5 },
  alternates: [{ trackId: 3, startSeconds: 0.25, gainDecibels: -3 }],
  locked: true,
};

describe('film projects', () => {
  it('are made, listed, saved and opened again as they were', async () => {
    const { projects } = house.ask.film;
    const { projectId, revision } = await projects.create({ document: projectOf({ name: ' Mine ' }) });
    expect(revision).toBe(1);
    const curve = [{ t: 0.1, valence: 1 / 3, arousal: -0.7 }];
    const document = projectOf({ cues: [withMusic], curve, cuts: [5, 9], loudnessTargetLufs: -16 });
    expect(await projects.save({ projectId, revision, document })).toEqual({ projectId, revision: 2 });
    const opened = await projects.get({ projectId });
    expect(opened).toMatchObject({ projectId, revision: 2, document });
    expect(opened.usedTracks.map(({ trackId }) => trackId)).toEqual([2, 3]);
    expect(await projects.list()).toMatchObject([
      { projectId, name: 'a film', filmName: 'cut 3.mov', lengthFrames: 1000, cues: 1, chosen: 1 },
    ]);
    await projects.remove({ projectId });
    expect(await projects.list()).toEqual([]);
  });

  it('refuse what was made of an older revision, and lose nothing', async () => {
    const { projects } = house.ask.film;
    const { projectId } = await projects.create({ document: projectOf() });
    await projects.save({ projectId, revision: 1, document: projectOf({ cuts: [7] }) });
    const stale = await refusal('film.projects.save', { projectId, revision: 1, document: projectOf() });
    expect(stale).toMatchObject({ status: 409, code: 'CONFLICT' });
    expect(stale.message).toContain(
      'invalid revision: 1 (the project was saved elsewhere and is at revision 2',
    );
    expect((await projects.get({ projectId })).document.cuts).toEqual([7]);
    const saves = [1, 2, 3].map((cut) =>
      projects.save({ projectId, revision: 2, document: projectOf({ cuts: [cut] }) }).then(
        () => true,
        () => false,
      ),
    );
    expect((await Promise.all(saves)).filter(Boolean)).toEqual([true]);
    await projects.remove({ projectId });
  });

  it('are renamed, which is a revision, and duplicated', async () => {
    const { projects } = house.ask.film;
    const { projectId } = await projects.create({ document: projectOf({ cues: [withMusic] }) });
    expect(await projects.rename({ projectId, name: 'Other “name”' })).toEqual({ projectId, revision: 2 });
    const copy = await projects.duplicate({ projectId });
    const { document } = await projects.get({ projectId: copy.projectId });
    expect(document).toEqual({ ...projectOf({ cues: [withMusic] }), name: 'Other “name” (copy)' });
    await projects.remove({ projectId });
    await projects.remove({ projectId: copy.projectId });
  });

  it('go out as a file and come in again, also where tracks have other numbers or are gone', async () => {
    const { projects } = house.ask.film;
    const { database } = house.library;
    const cues = [withMusic, { ...withMusic, id: 'c2', inFrame: 480, outFrame: 500, alternates: [] }];
    const { projectId } = await projects.create({ document: projectOf({ cues }) });
    const file = await projects.file({ projectId });
    expect(file.tracks.map(({ trackId }) => trackId)).toEqual([2, 3]);
    const same = await projects.bring({ document: file });
    expect(same.missing).toEqual([]);
    expect((await projects.get(same)).document).toEqual(projectOf({ cues }));
    // As if another library had made it: 2 is called 20 there, and 3 is unknown here.
    const [second] = await database.select().from(tracks).where(eq(tracks.id, 2));
    const strange = {
      ...file,
      cues: cues.map((each) => ({ ...each, chosen: { trackId: 20, startSeconds: 1.5 } })),
      tracks: [
        { trackId: 20, payloadHash: second.payloadHash, title: 'two', artist: null },
        { trackId: 3, payloadHash: 'f'.repeat(64), title: 'three', artist: null },
      ],
    };
    const brought = await projects.bring({ document: strange });
    expect(brought.missing).toEqual([{ trackId: 3, title: 'three' }]);
    const { document } = await projects.get(brought);
    expect(document.cues.map(({ chosen }) => chosen?.trackId)).toEqual([2, 2]);
    expect(document.cues[0].alternates).toEqual([]);
    const unknown = { ...withMusic, chosen: { trackId: 99, startSeconds: 0 } };
    const lost = await projects.bring({ document: projectOf({ cues: [unknown] }) });
    expect(lost.missing).toEqual([{ trackId: 99, title: null }]);
    expect((await projects.get(lost)).document.cues[0]).toMatchObject({ chosen: null, locked: false });
  });

  it('say what is wrong with a document, at its field', async () => {
    const document = { ...projectOf(), cues: [{ ...cue, outFrame: 2000 }] };
    expect(await refusal('film.projects.create', { document })).toMatchObject({
      status: 400,
      message: 'invalid document.cues[0].outFrame: 2000 (within the film, which ends at 1000 frames)',
    });
  });

  it('are nobody else’s: another person is not even told that they are there', async () => {
    const { projectId } = await house.ask.film.projects.create({ document: projectOf() });
    const { projects } = house.askAs({ personId: 7, role: 'member' }).film;
    const refused = `invalid projectId: ${projectId}`;
    expect(await projects.list()).toEqual([]);
    await expect(projects.get({ projectId })).rejects.toThrow(refused);
    await expect(projects.save({ projectId, revision: 1, document: projectOf() })).rejects.toThrow(refused);
    await expect(projects.rename({ projectId, name: 'x' })).rejects.toThrow(refused);
    await expect(projects.duplicate({ projectId })).rejects.toThrow(refused);
    await expect(projects.file({ projectId })).rejects.toThrow(refused);
    await expect(projects.remove({ projectId })).rejects.toThrow(refused);
  });

  it('have the best music chosen for all cues together, and what each constraint costs is told', async () => {
    const { projects, match } = house.ask.film;
    const curve = [
      { t: 0, valence: -0.5, arousal: -0.5 },
      { t: 40, valence: 0.5, arousal: 0.5 },
    ];
    const open = { ...cue, id: 'c2', name: 'dusk', inFrame: 500, outFrame: 740 };
    const { projectId } = await projects.create({ document: projectOf({ cues: [withMusic, open], curve }) });
    const once = await match({ projectId });
    const [kept, filled] = once.cues;
    expect(kept).toMatchObject({ id: 'c1', locked: true, found: 0, best: null });
    expect(filled).toMatchObject({ id: 'c2', locked: false, durationSeconds: 10 });
    // Track 2 is used by the locked cue.
    expect(filled.best!.trackId).not.toBe(2);
    expect(once.unfilled).toBe(0);
    expect(once.prices.map(({ kind, name }) => [kind, name])).toContainEqual(['locked', 'dawn']);
    expect(once.prices.at(-1)).toMatchObject({ kind: 'all tracks', name: null });
    for (const { total } of once.prices) expect(total).toBeGreaterThanOrEqual(-1e-9);
    const freely = await match({ projectId, reusePenalty: 0 });
    expect(freely.total).toBeCloseTo(once.total - once.prices.at(-1)!.total, 9);
    await projects.remove({ projectId });
  });

  it('cannot be matched without a curve, and are nobody else’s to match', async () => {
    const { projectId } = await house.ask.film.projects.create({ document: projectOf() });
    expect(await refusal('film.match', { projectId })).toMatchObject({
      status: 400,
      message: expect.stringContaining('invalid curve: []') as string,
    });
    const { film } = house.askAs({ personId: 7, role: 'member' });
    await expect(film.match({ projectId })).rejects.toThrow(`invalid projectId: ${projectId}`);
    await expect(film.render({ projectId })).rejects.toThrow(`invalid projectId: ${projectId}`);
  });
});

describe('how loud a section is', () => {
  it('was measured of a cue that ends before it begins', async () => {
    const film = { rate: { numerator: 24, denominator: 1 }, startFrame: 0 };
    const backwards = { trackId: 1, startSeconds: 1, inFrame: 5, outFrame: 4, targetLufs: null, film };
    expect(await refusal('film.sectionLevel', backwards)).toEqual(
      invalid('invalid outFrame: 4 (after inFrame)'),
    );
  });
});
