import { eq } from 'drizzle-orm';
import { stat } from 'node:fs/promises';
import type { Executor } from '@/db/open';
import { importJobs } from '@/db/schema';
import type { ProgressListener } from '../../analysis/analysisKind';
import type { FileIdentity } from '../../analysis/fileFacts';
import { hearTogether, heardBy, type Heard } from '../../analysis/hearTogether';
import { identify } from '../../analysis/identify';
import { questionTo } from '../../analysis/listenerKind';
import { profile } from '../../analysis/profile';
import type { TrackHearing, TrackListener } from '../../analysis/trackListener';
import type { Job, JobEnd, JobTools } from '../../jobs/jobKind';
import { fileOfJob, type FileJobPayload, type JobFile } from './fileJobs';
import { importEnd, isProfiled } from './saveImport';

/** The share of a job that hashing and reading tags takes. */
const identifyShare = 0.05;

/**
 * Does one job: identifies the file, has its sound heard by the profile and by all listeners that have not heard it
 * yet, decoded once, and writes the result. Copies of one sound are analysed once.
 */
export async function runFileJob(
  { id }: Job<FileJobPayload>,
  tools: JobTools,
  trackListeners: TrackListener[],
): Promise<JobEnd> {
  const { database, client } = tools;
  const file = await fileAsItIs(database, id);
  if (!file) return { kind: 'stopped' };
  const outcome = await client.request(identify, { path: file.path }, following(tools, [0, identifyShare]));
  if (outcome.kind !== 'answered') return outcome;
  const { identity, modelVersion } = outcome.answer;
  await tools.alone(identity.payloadHash);
  const profiled = await isProfiled(database, identity.payloadHash, modelVersion);
  const hearings = await stillToHear(database, identity.payloadHash, trackListeners);
  const heard = await listen(file, tools, { identity, profiled, hearings });
  if (!heard) return { kind: 'stopped' };
  const profiling = profiled ? undefined : heardBy(heard, profile);
  if (profiling && profiling.kind !== 'answered') return profiling;
  return importEnd(database, {
    ...{ jobId: id, file, identity, analysis: profiling?.answer },
    ...{ hearings, heard },
  });
}

/** The file of a job with its size and time as they are on disk now, as far as they can be asked. */
async function fileAsItIs(executor: Executor, jobId: number): Promise<JobFile | undefined> {
  const file = await fileOfJob(executor, jobId);
  // Where it is gone, the job will find out and say so.
  const status = file && (await stat(file.path).catch(() => undefined));
  if (!status) return file;
  const bytes = { sizeBytes: status.size, modifiedMs: Math.floor(status.mtimeMs) };
  if (bytes.sizeBytes === file.sizeBytes && bytes.modifiedMs === file.modifiedMs) return file;
  await executor.update(importJobs).set(bytes).where(eq(importJobs.jobId, jobId));
  return { ...file, ...bytes };
}

async function stillToHear(
  executor: Executor,
  payloadHash: string,
  listeners: TrackListener[],
): Promise<TrackHearing[]> {
  const hearings = await Promise.all(listeners.map((each) => each.stillToHear(executor, payloadHash)));
  return hearings.filter((hearing) => hearing !== undefined);
}

/** Has the file heard by all that have not heard it yet. Undefined where the work was stopped. */
async function listen(
  { path }: JobFile,
  tools: JobTools,
  { identity, profiled, hearings }: { identity: FileIdentity; profiled: boolean; hearings: TrackHearing[] },
): Promise<Heard | undefined> {
  const listeners = hearings.map(({ question }) => question);
  if (!profiled) listeners.unshift(questionTo(profile, null));
  if (listeners.length === 0) return {};
  return hearTogether(tools.client, { path, identity, listeners }, following(tools, [identifyShare, 1]));
}

/** How a request is followed whose progress is the stretch [from, to) of the job's. */
function following({ signal, onProgress }: JobTools, [from, to]: [number, number]) {
  const tell: ProgressListener = (fraction, audioSeconds) =>
    onProgress(from + (to - from) * fraction, audioSeconds);
  return { signal, onProgress: tell };
}
