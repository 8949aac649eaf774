import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { eq, sql } from 'drizzle-orm';
import { eegModels, eegStudies } from '@/db/schema';
import { defaultLimits } from '../../../../analysis/analysisClient';
import { isAppError, type ErrorCode } from '../../../../base/errors';
import type { Job, JobEnd, JobKind, JobTools } from '../../../../jobs/jobKind';
import { trainingPython } from '../../train/trainingPython';
import { trainEeg, type TrainingOutcome } from '../../train/trainEeg';
import { eegModelFolder } from '../eegFolders';
import { makeStoredSet } from '../sets/makeStoredSet';
import { modelDigest } from './modelDigest';
import type { ModelSettings } from './modelWish';
import { readWholeRecord } from './readTrained';
import { trainEegJob, type TrainEegPayload } from './trainEegJob';
import { TrainingLines } from './trainingLines';

/** Of the work, making the training set. */
const setShare = 0.1;

/**
 * The kind of job that trains a model, beside all other work: imports never wait for it.
 *
 * @param python found by itself where left out
 */
export function trainEegKind(dataDirectory: string, python?: string): JobKind<TrainEegPayload> {
  return {
    ...trainEegJob,
    apart: defaultLimits,
    run: (job, tools) => train(job, tools, { dataDirectory, python }),
  };
}

/** What an end of training that brought no model is told as. */
const codes: Record<'missing' | 'refused' | 'failed', ErrorCode> = {
  missing: 'unavailable',
  refused: 'invalid',
  failed: 'unavailable',
};

type Asked = NonNullable<Awaited<ReturnType<typeof askedOf>>>;

async function train(
  { payload: { modelId } }: Job<TrainEegPayload>,
  tools: JobTools,
  { dataDirectory, python }: { dataDirectory: string; python?: string },
): Promise<JobEnd> {
  const asked = await askedOf(tools, modelId);
  if (!asked) return { kind: 'failed', code: 'not-found', reason: 'the model was removed' };
  const found = await trainingPython(python);
  if (found.kind === 'missing') return { kind: 'failed', code: codes.missing, reason: found.reason };
  const out = eegModelFolder(dataDirectory, asked.model);
  const set = `${out}.set`;
  try {
    await makeRoom(out);
    const making = { ...asked, dataDirectory, out: set };
    await makeStoredSet(making, { tools, onProgress: (share) => tools.onProgress(setShare * share, null) });
    const outcome = await followed(asked, { set, out, tools, dataDirectory, python });
    return await endOf(outcome, modelId, out);
  } catch (error) {
    if (tools.signal.aborted) return { kind: 'stopped' };
    if (isAppError(error)) return { kind: 'failed', code: error.code, reason: error.message };
    throw error;
  } finally {
    await rm(set, { recursive: true, force: true });
  }
}

/** What a run that was broken off has left is in the way. */
async function makeRoom(out: string): Promise<void> {
  const [folder, own] = [dirname(out), basename(out)];
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder))
    if (name === own || name.startsWith(`${own}.`))
      await rm(join(folder, name), { recursive: true, force: true });
}

async function askedOf({ database }: Pick<JobTools, 'database'>, modelId: number) {
  const [row] = await database
    .select({ model: eegModels, study: eegStudies })
    .from(eegModels)
    .innerJoin(eegStudies, eq(eegStudies.id, eegModels.studyId))
    .where(eq(eegModels.id, modelId));
  // Checked when it was stored, and written by nobody else.
  return row && { ...row, settings: row.model.settings as ModelSettings };
}

interface Following {
  set: string;
  out: string;
  tools: JobTools;
  dataDirectory: string;
  python?: string;
}

/** Trains, with its lines kept as they come. */
async function followed(
  { model, settings }: Asked,
  { set, out, tools: { signal, onProgress }, dataDirectory, python }: Following,
): Promise<TrainingOutcome> {
  const lines = TrainingLines.of(dataDirectory, model);
  const outcome = await trainEeg(
    { set, out, settings: settings.training, python },
    {
      signal,
      onProgress: (progress) => {
        lines.add(progress);
        onProgress(setShare + (1 - setShare) * progress.fraction, null);
      },
    },
  );
  await lines.written();
  return outcome;
}

async function endOf(outcome: TrainingOutcome, modelId: number, out: string): Promise<JobEnd> {
  if (outcome.kind === 'stopped') return outcome;
  if (outcome.kind !== 'trained')
    return { kind: 'failed', code: codes[outcome.kind], reason: outcome.reason };
  const digest = modelDigest(await readWholeRecord(out));
  return {
    kind: 'done',
    write: async (executor) => {
      await executor
        .update(eegModels)
        .set({ digest, finishedAt: sql`now()` })
        .where(eq(eegModels.id, modelId));
      return { result: { modelId } };
    },
  };
}
