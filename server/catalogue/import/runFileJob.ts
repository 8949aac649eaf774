import { and, eq, lt } from 'drizzle-orm';
import { stat } from 'node:fs/promises';
import type { Executor } from '@/db/open';
import { importJobs, jobs } from '@/db/schema';
import type { AnalysisOutcome, ProgressListener } from '../../analysis/analysisKind';
import type { FileIdentity } from '../../analysis/fileFacts';
import { hearTogether, heardBy, type Heard } from '../../analysis/hearTogether';
import { identify, type IdentifyQuestion } from '../../analysis/identify';
import { questionTo } from '../../analysis/listenerKind';
import { profile } from '../../analysis/profile';
import { isLongToHear } from '../../analysis/soundLimits';
import type { TrackHearing, TrackListener } from '../../analysis/trackListener';
import type { Job, JobEnd, JobTools } from '../../jobs/jobKind';
import { backgroundPriority } from '../../jobs/priorities';
import { fileOfJob, type FileJobPayload, type JobFile } from './fileJobs';
import { importEnd, isProfiled } from './saveImport';

/** The share of a job that hashing and reading tags takes. */
const identifyShare = 0.05;

/** After its bytes were read, which is told of, a file's tags have so long to be read, milliseconds. */
const identifyStallMs = 30_000;

/** What jobs for files are done with. */
interface FileJobParts {
  listeners: TrackListener[];
  /** Where cover pictures are kept. */
  coverFolder: string;
}

/**
 * Does one job: identifies the file, has its sound heard by the profile and by all listeners that have not heard it
 * yet, decoded once, and writes the result. Copies of one sound are analysed once. One that takes long waits until no other
 * file does.
 */
export async function runFileJob(
  { id }: Job<FileJobPayload>,
  tools: JobTools,
  { listeners: trackListeners, coverFolder }: FileJobParts,
): Promise<JobEnd> {
  const { database } = tools;
  const file = await fileAsItIs(database, id);
  if (!file) return { kind: 'stopped' };
  const outcome = await identified({ path: file.path, coverFolder }, tools);
  if (outcome.kind !== 'answered') return outcome;
  const { identity, modelVersion } = outcome.answer;
  await tools.alone(identity.payloadHash);
  const profiled = await isProfiled(database, identity.payloadHash, modelVersion);
  const hearings = await stillToHear(database, identity.payloadHash, trackListeners);
  const isToHear = !profiled || hearings.length > 0;
  if (isToHear && isLongToHear(identity) && (await putBehindOthers(database, id))) return { kind: 'stopped' };
  const heard = await listen(file, tools, { identity, profiled, hearings });
  if (!heard) return { kind: 'stopped' };
  const profiling = profiled ? undefined : heardBy(heard, profile);
  if (profiling && profiling.kind !== 'answered') return profiling;
  return importEnd(database, {
    ...{ jobId: id, file, identity, analysis: profiling?.answer },
    ...{ hearings, heard },
  });
}

/** What a file is; where reading its tags takes too much memory, or twice too long, without them: a disk sleeps but once. */
async function identified(question: IdentifyQuestion, tools: JobTools) {
  const follow = { ...following(tools, [0, identifyShare]), stallMs: identifyStallMs };
  const ask = (asked: IdentifyQuestion) => tools.client.request(identify, asked, follow);
  let outcome = await ask(question);
  if (limitOf(outcome) === 'time') outcome = await ask(question);
  return limitOf(outcome) ? ask({ ...question, ignoreTags: true }) : outcome;
}

function limitOf(outcome: AnalysisOutcome<unknown>): 'memory' | 'time' | undefined {
  return outcome.kind === 'died' ? outcome.limit : undefined;
}

/** Puts a job behind all others; false where it is there already, and its turn has come. */
async function putBehindOthers(executor: Executor, jobId: number): Promise<boolean> {
  const put = await executor
    .update(jobs)
    .set({ priority: backgroundPriority })
    .where(and(eq(jobs.id, jobId), lt(jobs.priority, backgroundPriority)))
    .returning({ id: jobs.id });
  return put.length > 0;
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
