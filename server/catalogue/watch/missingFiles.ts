import { stat } from 'node:fs/promises';
import { sep } from 'node:path';
import { and, asc, gt, inArray, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { files } from '@/db/schema';

const chunkRows = 500;

type FileRow = Pick<typeof files.$inferSelect, 'id' | 'path' | 'sizeBytes' | 'modifiedMs' | 'missingSince'>;

/**
 * Looks whether the files that hold tracks are still there (all, or those under `folder`), and notes those that
 * are gone and those that are back as they were. A file that cannot be asked about is left as it is. No file is
 * opened.
 */
export async function noteMissingFiles(executor: Executor, folder?: string): Promise<Noted> {
  const noted = { missing: 0, back: 0 };
  let after = 0;
  for (;;) {
    const rows = await filesAfter(executor, after, folder);
    if (rows.length === 0) return noted;
    after = rows[rows.length - 1].id;
    const { missing, back } = await noteChunk(executor, rows);
    noted.missing += missing;
    noted.back += back;
  }
}

/** How many of the files that were looked at are missing, and how many are back. */
interface Noted {
  missing: number;
  back: number;
}

function filesAfter(executor: Executor, after: number, folder?: string): Promise<FileRow[]> {
  const prefix = folder === undefined ? '' : folder.endsWith(sep) ? folder : folder + sep;
  const { id, path, sizeBytes, modifiedMs, missingSince } = files;
  return executor
    .select({ id, path, sizeBytes, modifiedMs, missingSince })
    .from(files)
    .where(and(gt(id, after), sql`starts_with(${path}, ${prefix})`))
    .orderBy(asc(id))
    .limit(chunkRows);
}

async function noteChunk(executor: Executor, rows: FileRow[]): Promise<Noted> {
  const states = await Promise.all(rows.map(stateOf));
  const gone = rows
    .filter(({ missingSince }, i) => missingSince === null && states[i] === 'gone')
    .map(({ id }) => id);
  const back = rows
    .filter(({ missingSince }, i) => missingSince !== null && states[i] === 'there')
    .map(({ id }) => id);
  if (gone.length > 0) {
    await executor
      .update(files)
      .set({ missingSince: sql`now()` })
      .where(inArray(files.id, gone));
  }
  if (back.length > 0)
    await executor.update(files).set({ missingSince: null }).where(inArray(files.id, back));
  const wasMissing = rows.filter(({ missingSince }) => missingSince !== null).length;
  return { missing: wasMissing - back.length + gone.length, back: back.length };
}

/** 'there' with the size and time it had, 'gone', or 'other': changed, or out of reach. */
async function stateOf({ path, sizeBytes, modifiedMs }: FileRow): Promise<'there' | 'gone' | 'other'> {
  try {
    const status = await stat(path);
    return status.size === sizeBytes && Math.floor(status.mtimeMs) === modifiedMs ? 'there' : 'other';
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'other';
  }
}
