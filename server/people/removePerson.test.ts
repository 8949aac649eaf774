import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq, gt } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '@/db/open';
import { accessTokens, batches, eegStudies, filmProjects, invitations, jobs } from '@/db/schema';
import { ownerId, people, sessions, studies } from '@/db/schema';
import { openTestDatabase, type TestDatabase } from '@/db/testing/database.testing';
import { makeToken } from '../access/accessTokens';
import { invite } from '../access/invitations';
import { beginSession } from '../access/sessions';
import { projectOf } from '../film/projects/testing/filmProject.testing';
import { eegStudyFolder } from '../research/eeg/store/eegFolders';
import { createEegStudy } from '../research/eeg/store/studies/createEegStudy';
import { createStudy } from '../research/studies/createStudy';
import { studyFolder } from '../research/studies/studyFolder';
import { studyKey } from '../research/studies/studyJobs';
import { removePerson } from './removePerson';

const [ben, carl] = [7, 8];
let library: TestDatabase;
let dataDirectory: string;

beforeAll(async () => {
  library = await openTestDatabase();
  dataDirectory = mkdtempSync(join(tmpdir(), 'circumplex-test-'));
});
beforeEach(async () => {
  await library.database.delete(batches);
  await library.database.delete(people).where(gt(people.id, ownerId));
  for (const table of [studies, eegStudies, filmProjects]) await library.database.delete(table);
  await library.database.insert(people).values([
    { id: ben, name: 'Ben', role: 'owner', passwordHash: 'x' },
    { id: carl, name: 'Carl', role: 'owner', passwordHash: 'x' },
  ]);
});
afterAll(async () => {
  await library.close();
  rmSync(dataDirectory, { recursive: true });
});

/** A study of Ben's with work on it, one that was made up for him, one of EEG and a film. */
async function fillHouse() {
  const { database } = library;
  const place = { database, dataDirectory, caller: { personId: ben } };
  const studyId = await createStudy(place, { title: 'Of Ben' });
  const madeUpId = await createStudy(place, { title: 'Made up', simulated: true });
  const eegId = await createEegStudy(place, { title: 'EEG of Ben' });
  await database.insert(filmProjects).values({ personId: ben, document: projectOf() });
  await database.insert(batches).values({ id: 1, label: 'work', personId: ben });
  const job = { batchId: 1, kind: 'analyse-study', payload: {}, label: 'work' };
  await database.insert(jobs).values({ ...job, exclusiveKey: studyKey(studyId) });
  const folders = [studyFolder(dataDirectory, studyId), eegStudyFolder(dataDirectory, eegId)];
  return { folders, madeUp: studyFolder(dataDirectory, madeUpId) };
}

/** How many of each there are, of whom. */
async function thingsOf(personId: number) {
  const { database } = library;
  return {
    studies: await database.$count(studies, eq(studies.personId, personId)),
    eeg: await database.$count(eegStudies, eq(eegStudies.personId, personId)),
    films: await database.$count(filmProjects, eq(filmProjects.personId, personId)),
    batches: await database.$count(batches, eq(batches.personId, personId)),
  };
}

const isThere = async (personId: number) =>
  (await library.database.$count(people, eq(people.id, personId))) === 1;
const notes = () => {
  const folder = join(dataDirectory, 'deleting');
  return existsSync(folder) ? readdirSync(folder) : [];
};

describe('removing a person', () => {
  it('deletes all that is theirs, with folders and jobs, where that is its fate', async () => {
    const { folders, madeUp } = await fillHouse();
    const place = { database: library.database, dataDirectory };
    await removePerson(place, { personId: ben, fate: 'delete', heir: carl });
    expect(await isThere(ben)).toBe(false);
    for (const folder of [...folders, madeUp]) expect(existsSync(folder)).toBe(false);
    for (const table of [studies, eegStudies, filmProjects, batches, jobs])
      expect(await library.database.$count(table)).toBe(0);
    expect(notes()).toEqual([]);
  });

  it('gave all of it to the first owner, where another one removed them and was told that it is theirs', async () => {
    const { folders, madeUp } = await fillHouse();
    const place = { database: library.database, dataDirectory };
    await removePerson(place, { personId: ben, fate: 'handOver', heir: carl });
    expect(await isThere(ben)).toBe(false);
    expect(await thingsOf(carl)).toEqual({ studies: 1, eeg: 1, films: 1, batches: 1 });
    expect(folders.map((folder) => existsSync(folder))).toEqual([true, true]);
    expect(existsSync(madeUp)).toBe(false);
  });

  it('changes nothing where they have something of which nobody says what becomes', async () => {
    await fillHouse();
    const place = { database: library.database, dataDirectory };
    await expect(removePerson(place, { personId: ben, heir: carl })).rejects.toThrow(
      'invalid name: Ben (has one film, one study, one study of EEG: have them handed over to an owner, or deleted)',
    );
    expect(await library.database.select().from(people).where(eq(people.id, ben))).toMatchObject([
      { role: 'owner', passwordHash: 'x' },
    ]);
    const oneself = { personId: carl, fate: 'handOver', heir: carl } as const;
    await expect(removePerson(place, oneself)).rejects.toThrow('another owner takes you off');
    const first = { personId: ownerId, fate: 'delete', heir: carl } as const;
    await expect(removePerson(place, first)).rejects.toThrow('the first of the people stays');
  });

  it('let them in until the end: sessions, tokens, links and the password end first', async () => {
    await fillHouse();
    const { database } = library;
    await beginSession(database, { personId: ben, address: '::1', browser: 'Firefox' });
    await makeToken(database, { personId: ben }, { name: 'radio' });
    await invite(database, { madeBy: ben, role: 'owner' });
    let seen: Promise<unknown> = Promise.resolve();
    const look = async () => ({
      rows: await database.select().from(people).where(eq(people.id, ben)),
      counts: [await database.$count(sessions), await database.$count(accessTokens)],
      links: await database.$count(invitations),
    });
    const forget = () => void (seen = look());
    const removal = { personId: ben, fate: 'delete', heir: carl } as const;
    await removePerson({ database, dataDirectory, signIns: { forget } }, removal);
    expect(await seen).toMatchObject({
      rows: [{ passwordHash: null, role: 'listener' }],
      counts: [0, 0],
      links: 0,
    });
  });

  it('deleted a study that was begun meanwhile without its folder', async () => {
    const { database } = library;
    const caller = { personId: ben };
    let transactions = 0;
    let folder = '';
    const late = Object.create(database, {
      transaction: {
        value: async (work: Parameters<Database['transaction']>[0]) => {
          // The second one deletes the person, of whom nothing was there before.
          if (++transactions === 2) {
            const studyId = await createStudy({ database, dataDirectory, caller }, { title: 'Late' });
            folder = studyFolder(dataDirectory, studyId);
          }
          return database.transaction(work);
        },
      },
    }) as Database;
    await removePerson({ database: late, dataDirectory }, { personId: ben, fate: 'delete', heir: carl });
    expect(await isThere(ben)).toBe(false);
    expect([folder === '', existsSync(folder), await database.$count(studies)]).toEqual([false, false, 0]);
  });
});
