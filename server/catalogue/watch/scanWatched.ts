import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { watchedFolders } from '@/db/schema';
import { AppError } from '../../base/errors';
import { enqueueImport, type EnqueueResult } from '../import/enqueueImport';
import { queueReanalysis } from '../import/reanalyse';
import { noteMissingFiles } from './missingFiles';
import { walkPaths, type FoundFile, type Obstacle } from '../import/walkPaths';
import { settleProblems } from './settleProblems';

export interface ScanResult {
  /** Null when there was nothing new. */
  batchId: number | null;
  queued: number;
  unchanged: number;
  missing: number;
}

/** Which folder to look through, and who wants it. */
export interface ScanRequest {
  /** One watched folder; all without it. */
  path?: string;
  /** Asked for by a person: files whose job was cancelled are queued again. */
  onRequest: boolean;
  /** Ends the look early; what was queued by then stays queued. */
  signal?: AbortSignal;
}

/**
 * Looks through watched folders: queues what is new, changed or mended, and notes files that are gone or back (without
 * `path`, those of the whole library). Of an unchanged library no file is opened. Throws AppError 'not-found'
 * for a folder that is not watched.
 */
export async function scanWatched(database: Database, request: ScanRequest): Promise<ScanResult> {
  const { path, signal } = request;
  const folders = await database
    .select({ path: watchedFolders.path })
    .from(watchedFolders)
    .where(path === undefined ? undefined : eq(watchedFolders.path, path));
  if (path !== undefined && folders.length === 0) {
    throw new AppError('not-found', `invalid path: ${path} (this folder is not watched)`);
  }
  const mended = await settleProblems(database, path);
  const result: ScanResult = { batchId: null, queued: mended, unchanged: 0, missing: 0 };
  for (const folder of folders) {
    const found = await scanFolder(database, folder.path, request);
    result.batchId ??= found.batchId;
    result.queued += found.queued;
    result.unchanged += found.unchanged;
  }
  signal?.throwIfAborted();
  const noted = await noteMissingFiles(database, path);
  result.missing = noted.missing;
  // They were not there to be heard when a new model came.
  if (noted.back > 0) result.queued += await queueReanalysis(database);
  return result;
}

async function scanFolder(
  database: Database,
  folder: string,
  { onRequest, signal }: ScanRequest,
): Promise<EnqueueResult> {
  const found = await enqueueImport(database, walkFolder(folder, signal), {
    origin: 'watched',
    label: folder,
    again: { failed: false, cancelled: onRequest, removed: false },
  });
  await database
    .update(watchedFolders)
    .set({ scannedAt: sql`now()`, failure: failureOf(found) })
    .where(eq(watchedFolders.path, folder));
  return found;
}

/** A watched folder that is away is told of as a folder: it is no file that failed. */
async function* walkFolder(folder: string, signal?: AbortSignal): AsyncGenerator<FoundFile | Obstacle> {
  for await (const found of walkPaths([folder], signal))
    yield found.kind === 'obstacle' && found.path === folder ? { ...found, folder: true } : found;
}

/** What to say of the folders that could not be looked into; files that could not are jobs of their own. */
function failureOf({ obstacles }: EnqueueResult): string | null {
  const [first, ...others] = obstacles;
  if (!first) return null;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  return `${first.path}: ${first.reason}${more}`;
}
