import { AnalysisClient, type AnalysisLimits } from '../../analysis/analysisClient';
import { coverOfFile } from '../../analysis/coverKind';
import { noCover } from '../../analysis/coverTypes';
import { AppError } from '../../base/errors';
import type { ImportedFile } from '../../base/importedFile';
import { Turns } from '../../base/turns';

/** Pictures are small and read fast; what takes more is no tag that somebody wrote. */
const limits: AnalysisLimits = { memoryBytes: 7e8, stallMs: 15_000, idleMs: 5000 };

const turns = new Turns({ atOnce: 1, mostWaiting: 200, what: 'cover pictures' });
const client = new AnalysisClient(limits);

/**
 * Has the picture in a file's tags read by the watched process and kept in `folder`, one file after the other. Returns the
 * name of its file there, `noCover` where there is none or it takes too much memory. Throws AppError 'conflict' where
 * the file has changed, 'not-found' where it is gone, 'unreadable', 'too-large' where the disk has no room for it, 'too-many'
 * where too many wait, and 'unavailable' where the process ended, as it may live another time.
 */
export function readCover(file: ImportedFile, folder: string, signal?: AbortSignal): Promise<string> {
  return turns.run(() => read(file, folder), signal);
}

/** Not stopped once begun: it takes a moment, and the process is there for the next. */
async function read(
  { path, sizeBytes, modifiedMs, changedMs }: ImportedFile,
  folder: string,
): Promise<string> {
  const file = { path, sizeBytes, modifiedMs, changedMs };
  const outcome = await client.request(coverOfFile, { file, folder });
  if (outcome.kind === 'died') return coverOfDead(outcome.limit);
  if (outcome.kind === 'stopped') throw new AppError('unavailable', 'the reading of the picture was stopped');
  if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
  return outcome.answer;
}

/** What takes too much memory does so again; a death of any other cause says nothing of the file. */
function coverOfDead(limit: 'memory' | 'time' | undefined): string {
  if (limit === 'memory') return noCover;
  throw new AppError('unavailable', 'the reading of the picture ended before its time: try again');
}
