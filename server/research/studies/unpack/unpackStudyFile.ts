import { rm } from 'node:fs/promises';
import { readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { studies, studyFiles } from '@/db/schema';
import { AnalysisClient } from '../../../analysis/analysisClient';
import { AppError } from '../../../base/errors';
import { noteFile } from '../files/receiveStudyFile';
import { pathOfFile } from '../files/removeStudyFile';
import { ownedStudy } from '../ownedStudy';
import { broughtFolder } from '../studyFolder';
import type { StudyPlace } from '../studyPlace';
import { unpack } from './unpack';

/** The part of an exported study's note that says whether its participants are made up. */
const note = z.object({ format: z.literal('circumplex study'), simulated: z.boolean() });

/**
 * Unpacks a ZIP that was brought to a study: its files take its place. That an exported study was simulated is kept.
 * Returns their names. Throws AppError 'not-found', 'invalid', 'unreadable', 'unsupported' or 'too-large'.
 */
export async function unpackStudyFile(
  place: StudyPlace,
  { studyId, fileId }: { studyId: number; fileId: number },
): Promise<{ names: string[] }> {
  const { database, dataDirectory, caller } = place;
  await ownedStudy(database, caller, studyId);
  const [zip] = await database
    .select()
    .from(studyFiles)
    .where(and(eq(studyFiles.id, fileId), eq(studyFiles.studyId, studyId)));
  if (!zip) throw new AppError('not-found', `invalid fileId: ${fileId} (the study has no such file)`);
  const path = pathOfFile(dataDirectory, zip);
  const folder = broughtFolder(dataDirectory, studyId);
  const files = await unpacked(path, folder);
  for (const { name, sizeBytes } of files) await noteFile(place, studyId, { name, sizeBytes, path: null });
  await database.delete(studyFiles).where(eq(studyFiles.id, fileId));
  if (zip.path === null) await rm(path, { force: true });
  await keepSimulated(
    place,
    studyId,
    files.map(({ name }) => name),
  );
  return { names: files.map(({ name }) => name) };
}

async function unpacked(path: string, folder: string) {
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(unpack, { path, folder });
    if (outcome.kind === 'answered') return outcome.answer;
    if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
    const reason = 'reason' in outcome ? outcome.reason : outcome.kind;
    throw new AppError('unreadable', `invalid ZIP: unpacking it ended the process (${reason})`);
  } finally {
    client.close();
  }
}

/** What was simulated once is never taken for measured. */
async function keepSimulated(
  { database, dataDirectory }: StudyPlace,
  studyId: number,
  names: string[],
): Promise<void> {
  const name = names.find(
    (each) => basename(each) === 'study.json' && ['.', ''].includes(dirname(dirname(each))),
  );
  if (name === undefined) return;
  const text = await readFile(join(broughtFolder(dataDirectory, studyId), name), 'utf8');
  const parsed = note.safeParse(parsedJson(text));
  if (parsed.success && parsed.data.simulated)
    await database.update(studies).set({ simulated: true }).where(eq(studies.id, studyId));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Somebody's own study.json: it says nothing to us.
    return null;
  }
}
