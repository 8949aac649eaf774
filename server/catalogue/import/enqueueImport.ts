import type { Executor } from '@/db/open';
import {
  countUnchanged,
  endedJobs,
  insertJobs,
  knownFiles,
  sameBytes,
  welcomeBack,
  type EndedJob,
} from './importRows';
import { openImportBatch } from './fileJobs';
import { inChunks } from '../../base/inChunks';
import type { Again, ImportRequest, NamedFile } from './importRequest';
import { queueReanalysis } from './reanalyse';
import { removedCode } from './removedCode';
import type { FoundFile, Obstacle } from './walkPaths';

/** Rows a statement: far below Postgres' limit of 65,535 values, few enough to hold the engine for a moment only. */
const chunkRows = 500;
/** Obstacles told to the person who asked; more are only counted. */
const mostObstacles = 1000;

export interface EnqueueResult {
  /** Null when there was nothing to do, and so no batch. */
  batchId: number | null;
  queued: number;
  /** Known, with the size and time they had: not read at all. */
  unchanged: number;
  /** Waiting or running already, in other batches. */
  waiting: number;
  waitingBatchIds: number[];
  /** Ended without a track before, with the same size and time: not queued again (a retry is). */
  failedBefore: number;
  obstacles: Obstacle[];
  obstacleCount: number;
}

/**
 * Queues every file of `found` that is new or changed. No audio is read: path, size and times decide. Can be
 * killed at any moment and begun again.
 */
export async function enqueueImport(
  executor: Executor,
  found: AsyncIterable<NamedFile | Obstacle> | Iterable<NamedFile | Obstacle>,
  request: ImportRequest,
): Promise<EnqueueResult> {
  const result: EnqueueResult = {
    batchId: request.batchId ?? null,
    queued: 0,
    unchanged: 0,
    waiting: 0,
    waitingBatchIds: [],
    failedBefore: 0,
    obstacles: [],
    obstacleCount: 0,
  };
  let back = 0;
  for await (const chunk of inChunks(found, chunkRows)) {
    back += await executor.transaction((transaction) =>
      enqueueChunk(transaction, chunk, { request, result }),
    );
  }
  // They were not there to be heard when a new model came.
  if (back > 0) await queueReanalysis(executor);
  return result;
}

/** Returns how many files that were missed are back. */
async function enqueueChunk(
  executor: Executor,
  chunk: (NamedFile | Obstacle)[],
  { request, result }: { request: ImportRequest; result: EnqueueResult },
): Promise<number> {
  const paths = chunk.map(({ path }) => path);
  const known = await knownFiles(executor, paths);
  const ended = await endedJobs(executor, paths);
  const found = chunk.filter((entry) => entry.kind === 'file');
  const obstacles = chunk.filter((entry) => entry.kind === 'obstacle');
  const isKnown = (file: FoundFile) => sameBytes(known.get(file.path), file);
  const unchanged = found.filter(isKnown).map(({ path }) => path);
  const changed = found.filter((file) => !isKnown(file));
  const wanted = changed.filter((file) => isWanted(file, ended.get(file.path), request.again));
  const unreadable = obstacles.filter(
    ({ path, folder, reason }) => !folder && ended.get(path)?.failure !== reason,
  );

  const back = await welcomeBack(executor, unchanged);
  if (wanted.length + unreadable.length > 0) {
    const batchId = (result.batchId ??= await openImportBatch(executor, request));
    const { queued, otherBatchIds } = await insertJobs(
      executor,
      { wanted, unreadable },
      { batchId, request },
    );
    result.queued += queued;
    result.waiting += wanted.length - queued;
    result.waitingBatchIds = [...new Set([...result.waitingBatchIds, ...otherBatchIds])];
  }
  if (result.batchId !== null) await countUnchanged(executor, result.batchId, unchanged.length);
  result.unchanged += unchanged.length;
  result.failedBefore += changed.length - wanted.length;
  result.obstacleCount += obstacles.length;
  result.obstacles.push(...obstacles.slice(0, mostObstacles - result.obstacles.length));
  return back;
}

/** Whether a new or changed file is to be read, given the job for the same bytes that ended without a track. */
function isWanted(file: FoundFile, ended: EndedJob | undefined, again: Again): boolean {
  if (!ended || !sameBytes(ended, file)) return true;
  if (ended.state === 'failed') return again.failed;
  return ended.failureCode === removedCode ? again.removed : again.cancelled;
}
