import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studyFiles, studySeries } from '@/db/schema';
import { analysesFolder, broughtFolder, seriesFolder } from '../studyFolder';
import { copyEnding } from './readAnalysisFile';

interface Place {
  database: Executor;
  dataDirectory: string;
}

/**
 * Deletes series that no row names: they were replaced, or the work that wrote them was stopped. Only for work that is
 * alone on a study's data, before it writes any.
 */
export async function tidySeries({ database, dataDirectory }: Place, studyId: number): Promise<void> {
  const rows = await database
    .select({ file: studySeries.file })
    .from(studySeries)
    .where(eq(studySeries.studyId, studyId));
  const kept = new Set(rows.map(({ file }) => file));
  const folder = seriesFolder(dataDirectory, studyId);
  for (const name of await readdir(folder).catch(() => [])) if (!kept.has(name)) await rm(join(folder, name));
}

/** Deletes copies of brought analyses that were never taken in: the work that made them was stopped. */
export async function tidyAnalyses({ dataDirectory }: Place, studyId: number): Promise<void> {
  const folder = analysesFolder(dataDirectory, studyId);
  for (const name of await readdir(folder).catch(() => []))
    if (name.endsWith(copyEnding)) await rm(join(folder, name), { force: true });
}

/** Deletes uploads that were read: their numbers are kept as series. */
export async function tidyUploads({ database, dataDirectory }: Place, studyId: number): Promise<void> {
  const isReadUpload = and(
    eq(studyFiles.studyId, studyId),
    eq(studyFiles.state, 'read'),
    isNull(studyFiles.path),
  );
  const read = await database.select({ name: studyFiles.name }).from(studyFiles).where(isReadUpload);
  for (const { name } of read) await rm(join(broughtFolder(dataDirectory, studyId), name), { force: true });
}
