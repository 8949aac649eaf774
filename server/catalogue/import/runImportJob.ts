import type { Database } from '@/db/open';
import type { AnalysisClient } from '../../analysis/analysisClient';
import type { AnalysisOutcome, ProgressListener } from '../../analysis/analysisKind';
import type { FileIdentity } from '../../analysis/fileFacts';
import { hearTogether, heardBy, type Heard } from '../../analysis/hearTogether';
import { identify } from '../../analysis/identify';
import { questionTo } from '../../analysis/listenerKind';
import { profile } from '../../analysis/profile';
import type { TrackHearing, TrackListener } from '../../analysis/trackListener';
import type { Mutex } from '../../base/mutex';
import { countDeath, failJob } from '../../jobs/endJob';
import { releaseJob, type Job } from '../../jobs/jobLeases';
import { isProfiled, saveImport, type Finding } from './saveImport';

/** What a job needs to be done. */
export interface JobTools {
  database: Database;
  /** What is to hear the sound of every track beside the profile. */
  listeners: TrackListener[];
  client: AnalysisClient;
  owner: string;
  /** One file of a payload at a time, so that copies of one sound are analysed once. */
  mutex: Mutex;
  /** Stops the analysis; a result that is being written is still written. */
  signal: AbortSignal;
  onProgress: ProgressListener;
}

/** The share of a job that hashing and reading tags takes. */
const identifyShare = 0.05;

/**
 * Does one job: identifies the file, has its sound heard by the profile and by all listeners that have not heard it
 * yet, decoded once, and writes the result.
 * Every way a file can be is an outcome written to the job; what is thrown is a fault of the database.
 */
export async function runImportJob(job: Job, tools: JobTools): Promise<void> {
  const { database, client } = tools;
  const outcome = await client.request(identify, { path: job.path }, following(tools, [0, identifyShare]));
  if (outcome.kind !== 'answered') return endWithout(job, tools, outcome);
  const { identity, modelVersion } = outcome.answer;
  await tools.mutex.run(identity.payloadHash, async () => {
    const profiled = await isProfiled(database, identity.payloadHash, modelVersion);
    const hearings = await stillToHear(tools, identity.payloadHash);
    const heard = await listen(job, tools, { identity, profiled, hearings });
    if (!heard) return releaseJob(database, tools.owner, job.id);
    const profiling = profiled ? undefined : heardBy(heard, profile);
    if (profiling && profiling.kind !== 'answered') return endWithout(job, tools, profiling);
    await save(tools, { job, identity, analysis: profiling?.answer, hearings, heard });
  });
}

async function stillToHear({ listeners, database }: JobTools, payloadHash: string): Promise<TrackHearing[]> {
  const hearings = await Promise.all(listeners.map((each) => each.stillToHear(database, payloadHash)));
  return hearings.filter((hearing) => hearing !== undefined);
}

/** Has the file heard by all that have not heard it yet. Undefined where the work was stopped. */
async function listen(
  { path }: Job,
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

async function save({ database, owner }: JobTools, found: Omit<Finding, 'owner'>): Promise<void> {
  const saved = await saveImport(database, { ...found, owner });
  if (!saved) await releaseJob(database, owner, found.job.id);
}

/** Ends a job that gave no track. */
async function endWithout(
  job: Job,
  { database, owner }: JobTools,
  outcome: Exclude<AnalysisOutcome<unknown>, { kind: 'answered' }>,
): Promise<void> {
  switch (outcome.kind) {
    case 'failed':
      return failJob(database, { job, owner }, outcome);
    case 'died':
      return countDeath(database, { job, owner }, outcome.reason);
    case 'stopped':
      return releaseJob(database, owner, job.id);
  }
}
