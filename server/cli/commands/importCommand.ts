import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { enqueueImport, type EnqueueResult } from '../../catalogue/import/enqueueImport';
import { walkPaths } from '../../catalogue/import/walkPaths';
import { settleProblems } from '../../catalogue/watch/settleProblems';
import { watchFolder } from '../../catalogue/watch/watchedFolders';
import { followBatches, goOnHere, ifLost, type Followed, type Holder } from '../followBatches';
import { withInterrupt } from '../interrupt';
import type { Output } from '../output';
import { reportBatches } from '../reportBatches';
import { openSession } from '../session';

/**
 * `import PATH... [--watch]`: queues what is new or changed under the paths, sees the analysis through and tells
 * how it went. Returns the exit status.
 */
export async function importCommand(
  paths: string[],
  { watch }: { watch: boolean },
  output: Output,
): Promise<number> {
  const holder: Holder = { session: await openSession() };
  try {
    return await withInterrupt(async (signal) => {
      if (watch) await watchFolders(holder, paths);
      const enqueued = await enqueue(holder, paths, { output, signal });
      if (!enqueued) return report(holder, { followed: { batches: [], interrupted: true } }, output);
      announce(enqueued, output);
      const followed = await followBatches(holder, batchesOf(enqueued), { output, signal });
      return report(holder, { followed, enqueued }, output);
    });
  } finally {
    await holder.session.close();
  }
}

/** Queues everything; begun again from the start when the engine goes away. Undefined when interrupted. */
async function enqueue(
  holder: Holder,
  paths: string[],
  { output, signal }: { output: Output; signal: AbortSignal },
): Promise<EnqueueResult | undefined> {
  for (;;) {
    const asked = { failed: false, cancelled: true, removed: true };
    const found = walkPaths(paths, signal);
    const label =
      paths.length === 1 ? resolve(paths[0]) : `${resolve(paths[0])} and ${paths.length - 1} more`;
    const { database } = holder.session;
    const queue = async () => {
      await settleProblems(database);
      return enqueueImport(database, found, { origin: 'path', label, again: asked });
    };
    const result = await queue().catch((error: unknown) => (signal.aborted ? undefined : ifLost(error)));
    if (result || signal.aborted) return result;
    await goOnHere(holder, output);
  }
}

/** The batches to wait for: the one of this import, and earlier ones that hold some of its files. */
function batchesOf({ batchId, waitingBatchIds }: EnqueueResult): number[] {
  return batchId === null ? waitingBatchIds : [batchId, ...waitingBatchIds.filter((id) => id !== batchId)];
}

function announce({ queued, waiting, unchanged, failedBefore }: EnqueueResult, output: Output): void {
  const parts = [`${queued} new or changed`, `${unchanged} unchanged`];
  if (waiting > 0) parts.push(`${waiting} waiting already`);
  if (failedBefore > 0) parts.push(`${failedBefore} failed before`);
  output.note(`files: ${parts.join(', ')}`);
}

function report(holder: Holder, how: { followed: Followed; enqueued?: EnqueueResult }, output: Output) {
  return reportBatches(holder.session.database, how, output);
}

async function watchFolders({ session }: Holder, paths: string[]): Promise<void> {
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (status) => status.isDirectory(),
      () => false,
    );
    if (isFolder) await watchFolder(session.database, resolve(path));
  }
}
