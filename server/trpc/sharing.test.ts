import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people } from '@/db/schema';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { openTestHouse, type TestHouse } from './testing/house.testing';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse(0);
  await house.library.database.update(people).set({ name: 'Anna' });
  await house.library.database.insert(people).values({ id: 7, name: 'Ben', role: 'member' });
});
afterAll(() => house.close());

const ben = () => house.askAs({ personId: 7, role: 'member' });
const notFound = { code: 'NOT_FOUND' };

describe('what is shared', () => {
  it('of films is seen and copied by others, changed by nobody else, and private again when told so', async () => {
    const { projects } = house.ask.film;
    const { projectId, revision } = await projects.create({ document: projectOf({ name: 'Dawn' }) });
    await expect(ben().film.projects.share({ projectId, shared: true })).rejects.toMatchObject(notFound);
    await projects.share({ projectId, shared: true });
    expect(await ben().film.projects.list()).toMatchObject([{ projectId, sharedBy: 'Anna' }]);
    expect(await projects.list()).toMatchObject([{ projectId, sharedBy: null, shared: true }]);
    expect(await ben().film.projects.get({ projectId })).toMatchObject({ isOwn: false });
    expect(await ben().film.projects.file({ projectId })).toMatchObject({ name: 'Dawn' });
    const document = projectOf({ name: 'Dusk' });
    for (const change of [
      () => ben().film.projects.save({ projectId, revision, document }),
      () => ben().film.projects.rename({ projectId, name: 'Dusk' }),
      () => ben().film.projects.share({ projectId, shared: false }),
      () => ben().film.projects.remove({ projectId }),
    ])
      await expect(change()).rejects.toMatchObject(notFound);
    const copy = await ben().film.projects.duplicate({ projectId });
    expect(await ben().film.projects.get(copy)).toMatchObject({ isOwn: true });
    await expect(projects.get(copy)).rejects.toMatchObject(notFound);
    await projects.share({ projectId, shared: false });
    await expect(ben().film.projects.get({ projectId })).rejects.toMatchObject(notFound);
    expect(await ben().film.projects.list()).toMatchObject([{ projectId: copy.projectId }]);
  });

  it('of studies is read by others and changed by nobody else', async () => {
    const { studies } = house.ask;
    const { studyId } = await studies.create({ title: 'Open' });
    await studies.share({ studyId, shared: true });
    expect(await ben().studies.list()).toMatchObject([{ id: studyId, sharedBy: 'Anna' }]);
    expect(await ben().studies.get({ studyId })).toMatchObject({ isOwn: false, shared: true });
    expect(await ben().studies.analyses.list({ studyId })).toEqual([]);
    for (const change of [
      () => ben().studies.rename({ studyId, title: 'Mine' }),
      () => ben().studies.share({ studyId, shared: false }),
      () => ben().studies.setStimulus({ studyId, name: 'x' }),
      () => ben().studies.analyses.start({ studyId, spec: { kind: 'intersubject' } }),
      () => ben().studies.remove({ studyId }),
    ])
      await expect(change()).rejects.toMatchObject(notFound);
    await studies.share({ studyId, shared: false });
    await expect(ben().studies.get({ studyId })).rejects.toMatchObject(notFound);
  });
});
