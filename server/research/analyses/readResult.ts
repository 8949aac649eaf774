import { readFile } from 'node:fs/promises';
import type { Database } from '@/db/open';
import type { Caller } from '../../access/caller';
import { AppError } from '../../base/errors';
import { resultFile } from '../studies/studyFolder';
import type { AnalysisResult } from './analysisResult';
import { readableAnalysis } from './ownedAnalysis';

interface Place {
  database: Database;
  dataDirectory: string;
  caller: Caller;
}

/** The file of a finished analysis of the caller's. Throws AppError 'not-found', or 'unavailable' while it is not done. */
export async function resultPath(
  { database, dataDirectory, caller }: Place,
  analysisId: number,
): Promise<string> {
  const { studyId, id, state } = await readableAnalysis(database, caller, analysisId);
  if (state !== 'done')
    throw new AppError(
      'unavailable',
      `invalid analysisId: ${id} (it is ${state}: its answer comes when it is done)`,
    );
  return resultFile(dataDirectory, { studyId, id });
}

/** The whole answer of a finished analysis of the caller's. Throws AppError 'not-found' or 'unavailable'. */
export async function readResult(place: Place, analysisId: number): Promise<AnalysisResult> {
  const path = await resultPath(place, analysisId);
  // Written by our own analysis, whole or not at all.
  return JSON.parse(await readFile(path, 'utf8')) as AnalysisResult;
}
