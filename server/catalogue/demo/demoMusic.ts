import { mkdir, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { demoPieces, type DemoPiece } from '@/ml/composer/demoPieces';
import type { Database } from '@/db/open';
import { demoPieces as madePieces } from '@/db/schema';
import { ownFolder } from '../../base/dataFolders';
import { AppError } from '../../base/errors';
import { AnalysisClient } from '../../analysis/analysisClient';
import { enqueueImport } from '../import/enqueueImport';
import { Mutex } from '../../base/mutex';
import { render } from './render';

/** Behind what people import themselves. */
const demoPriority = 2;

export interface DemoTools {
  database: Database;
  dataDirectory: string;
  /** Stops between and within pieces; the next start goes on. */
  signal: AbortSignal;
  /** Told after each piece, also at the start when there is something to do. */
  onProgress: (made: number, total: number) => void;
}

/**
 * Makes the demo music that has not been made: composes, renders to DATA_DIR/demo and queues it for analysis,
 * on all processors, without holding up the caller's event loop. Killed at any moment, the next call goes on; a
 * piece that a person removed stays removed. Returns how many pieces were made.
 */
export async function ensureDemoMusic(tools: DemoTools): Promise<number> {
  const made = new Set((await tools.database.select().from(madePieces)).map(({ slug }) => slug));
  const left = demoPieces.filter(({ slug }) => !made.has(slug));
  if (left.length === 0) return 0;
  const folder = ownFolder(tools.dataDirectory, 'demo');
  await mkdir(folder, { recursive: true });
  const state: Making = { left: [...left], total: left.length, made: 0, folder, mutex: new Mutex() };
  tools.onProgress(0, left.length);
  const makers = Math.min(left.length, availableParallelism());
  await Promise.all(Array.from({ length: makers }, () => makePieces(tools, state)));
  return state.made;
}

interface Making {
  left: DemoPiece[];
  total: number;
  made: number;
  folder: string;
  /** One piece is queued at a time: the first opens the batch of all. */
  mutex: Mutex;
  batchId?: number;
}

async function makePieces(tools: DemoTools, state: Making): Promise<void> {
  const client = new AnalysisClient();
  try {
    for (let piece = state.left.shift(); piece && !tools.signal.aborted; piece = state.left.shift()) {
      await makePiece(client, piece, { tools, state });
    }
  } finally {
    client.close();
  }
}

async function makePiece(
  client: AnalysisClient,
  piece: DemoPiece,
  { tools, state }: { tools: DemoTools; state: Making },
): Promise<void> {
  const path = join(state.folder, `${piece.slug}.wav`);
  const outcome = await client.request(render, { slug: piece.slug, path }, { signal: tools.signal });
  if (outcome.kind === 'stopped') return;
  if (outcome.kind !== 'answered') {
    const problem = `the demo piece "${piece.title}" could not be made: ${outcome.reason}`;
    throw new AppError('unavailable', problem);
  }
  await state.mutex.run('queue', () => queuePiece(path, piece, { tools, state }));
  state.made += 1;
  tools.onProgress(state.made, state.total);
}

/** Queues a rendered piece and notes it as made, in this order: killed in between, it is made and queued again. */
async function queuePiece(
  path: string,
  { slug, title }: DemoPiece,
  { tools: { database }, state }: { tools: DemoTools; state: Making },
): Promise<void> {
  const { size, mtimeMs } = await stat(path);
  const file = { kind: 'file' as const, path, name: title, sizeBytes: size, modifiedMs: Math.floor(mtimeMs) };
  const { batchId } = await enqueueImport(database, [file], {
    origin: 'demo',
    label: 'Demo music',
    again: { failed: true, cancelled: true, removed: true },
    batchId: state.batchId,
    priority: demoPriority,
  });
  state.batchId ??= batchId ?? undefined;
  await database.insert(madePieces).values({ slug }).onConflictDoNothing();
}
