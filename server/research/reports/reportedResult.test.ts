import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { people, studyAnalyses } from '@/db/schema';
import { openTestDatabase } from '@/db/testing/database.testing';
import { owner } from '../../access/caller';
import { createStudy } from '../studies/createStudy';
import { resultFile } from '../studies/studyFolder';
import type { StudyPlace } from '../studies/studyPlace';
import { reportedResult } from './reportedResult';

const spec = { kind: 'intersubject' };
let opened: Awaited<ReturnType<typeof openTestDatabase>>;
let place: StudyPlace;
let studyId: number;

async function analysis(finishedAt: Date | null): Promise<number> {
  const [{ id }] = await place.database
    .insert(studyAnalyses)
    .values({ studyId, kind: 'intersubject', title: 'Alike', spec, finishedAt })
    .returning({ id: studyAnalyses.id });
  return id;
}

beforeAll(async () => {
  opened = await openTestDatabase();
  const dataDirectory = await mkdtemp(join(tmpdir(), 'circumplex-report-'));
  place = { database: opened.database, dataDirectory, caller: owner };
  studyId = await createStudy(place, { title: 'A study' });
});
afterAll(async () => {
  await opened.close();
  await rm(place.dataDirectory, { recursive: true });
});

describe('reportedResult', () => {
  it('is what the finished analysis has kept', async () => {
    const analysisId = await analysis(new Date());
    const file = resultFile(place.dataDirectory, { studyId, id: analysisId });
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify({ title: 'Alike', spec }));
    expect(await reportedResult(place, { studyId, analysisId })).toEqual({ title: 'Alike', spec });
  });

  it('is not there under another study, for another person, or before it is done', async () => {
    const [done, waiting] = [await analysis(new Date()), await analysis(null)];
    const otherId = await createStudy(place, { title: 'Another' });
    await expect(reportedResult(place, { studyId: otherId, analysisId: done })).rejects.toThrow(
      `invalid analysisId: ${done} (study ${otherId} has no analysis of this number)`,
    );
    const [{ id: personId }] = await place.database.insert(people).values({ name: 'guest' }).returning();
    const asGuest = { ...place, caller: { ...owner, personId } };
    await expect(reportedResult(asGuest, { studyId, analysisId: done })).rejects.toThrow(
      'you have no analysis',
    );
    await expect(reportedResult(place, { studyId, analysisId: waiting })).rejects.toMatchObject({
      code: 'unavailable',
    });
  });
});
