import type { Database } from '@/db/open';
import type { AnalysisClient, ProgressListener } from './analysis/analysisClient';
import type { AnalysisOutcome, AnalysisRequest, FileIdentity } from './analysis/messages';
import { countDeath, failJob } from './endJob';
import { releaseJob, type Job } from './jobLeases';
import { isProfiled, saveImport, type Finding } from './saveImport';
import type { Turns } from './turns';

/** What a job needs to be done. */
export interface JobTools {
  database: Database;
  client: AnalysisClient;
  owner: string;
  /** One file of a payload at a time, so that copies of one sound are analysed once. */
  turns: Turns;
  /** Stops the analysis; a result that is being written is still written. */
  signal: AbortSignal;
  onProgress: ProgressListener;
}

/** The share of a job that hashing and reading tags takes. */
const identifyShare = 0.05;

/**
 * Does one job: identifies the file, analyses it unless its sound has a profile already, and writes the result.
 * Every way a file can be is an outcome written to the job; what is thrown is a fault of the database.
 */
export async function runImportJob(job: Job, tools: JobTools): Promise<void> {
  const outcome = await ask(tools, { kind: 'identify', path: job.path }, [0, identifyShare]);
  if (outcome.kind !== 'identified') return endWithout(job, tools, outcome);
  const { identity, modelVersion } = outcome;
  await tools.turns.take(identity.payloadHash, async () => {
    const known = await isProfiled(tools.database, identity.payloadHash, modelVersion);
    return known ? save(tools, { job, identity }) : analyse(job, tools, identity);
  });
}

async function analyse(job: Job, tools: JobTools, identity: FileIdentity): Promise<void> {
  const outcome = await ask(tools, { kind: 'analyse', path: job.path, identity }, [identifyShare, 1]);
  if (outcome.kind !== 'analysed') return endWithout(job, tools, outcome);
  await save(tools, { job, identity, analysis: outcome.analysis });
}

/** Asks the analysis process, whose progress is the stretch [from, to) of the job's. */
function ask(
  tools: JobTools,
  request: AnalysisRequest,
  [from, to]: [number, number],
): Promise<AnalysisOutcome> {
  return tools.client.request(request, {
    signal: tools.signal,
    onProgress: (fraction, audioSeconds) => tools.onProgress(from + (to - from) * fraction, audioSeconds),
  });
}

async function save({ database, owner }: JobTools, found: Omit<Finding, 'owner'>): Promise<void> {
  const saved = await saveImport(database, { ...found, owner });
  if (!saved) await releaseJob(database, owner, found.job.id);
}

/** Ends a job that gave no track. */
async function endWithout(job: Job, { database, owner }: JobTools, outcome: AnalysisOutcome): Promise<void> {
  switch (outcome.kind) {
    case 'failed':
      return failJob(database, { job, owner }, outcome);
    case 'died':
      return countDeath(database, { job, owner }, outcome.reason);
    case 'stopped':
      return releaseJob(database, owner, job.id);
    case 'identified':
    case 'analysed':
    case 'rendered':
    case 'converted':
      throw new Error(`the analysis process answered a question that was not asked: ${outcome.kind}`);
  }
}
