import type { Database } from '@/db/open';
import type { AnalysisClient, ProgressListener } from '../../analysis/analysisClient';
import type { AnalysisOutcome, AnalysisRequest, FileIdentity } from '../../analysis/messages';
import {
  embeddingOf,
  embeddingRequest,
  modelStillToSee,
  type TrackEmbedding,
} from '../../embeddings/embedTrack';
import type { ModelRow } from '../../embeddings/embeddingModels';
import { countDeath, failJob } from '../../jobs/endJob';
import { releaseJob, type Job } from '../../jobs/jobLeases';
import { isProfiled, saveImport, type Finding } from './saveImport';
import type { Mutex } from '../../base/mutex';

/** What a job needs to be done. */
export interface JobTools {
  database: Database;
  /** Where the graphs of added embeddings lie. */
  dataDirectory: string;
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
/** Where embedding begins, in a job that analyses too. */
const analysedShare = 0.5;

/**
 * Does one job: identifies the file, analyses it unless its sound has a profile already, embeds it where an added
 * embedding is in use that has not seen it, and writes the result.
 * Every way a file can be is an outcome written to the job; what is thrown is a fault of the database.
 */
export async function runImportJob(job: Job, tools: JobTools): Promise<void> {
  const outcome = await ask(tools, { kind: 'identify', path: job.path }, [0, identifyShare]);
  if (outcome.kind !== 'identified') return endWithout(job, tools, outcome);
  const { identity, modelVersion } = outcome;
  await tools.mutex.run(identity.payloadHash, async () => {
    const profiled = await isProfiled(tools.database, identity.payloadHash, modelVersion);
    const model = await modelStillToSee(tools.database, identity.payloadHash);
    const found: Omit<Finding, 'owner'> = { job, identity };
    if (!profiled) {
      const analysed = await analyse(job, tools, { identity, endsAt: model ? analysedShare : 1 });
      if (analysed.kind !== 'analysed') return endWithout(job, tools, analysed);
      found.analysis = analysed.analysis;
    }
    if (model) {
      found.embedding = await embed(found, tools, model);
      if (!found.embedding) return releaseJob(tools.database, tools.owner, job.id);
    }
    await save(tools, found);
  });
}

function analyse(
  { path }: Job,
  tools: JobTools,
  { identity, endsAt }: { identity: FileIdentity; endsAt: number },
): Promise<AnalysisOutcome> {
  return ask(tools, { kind: 'analyse', path, identity }, [identifyShare, endsAt]);
}

/** What the model says of the file; undefined where the work was stopped. */
async function embed(
  { job, identity, analysis }: Omit<Finding, 'owner'>,
  tools: JobTools,
  model: ModelRow,
): Promise<TrackEmbedding | undefined> {
  const { dataDirectory } = tools;
  const request = embeddingRequest(model, { path: job.path, identity, dataDirectory });
  return embeddingOf(model, await ask(tools, request, [analysis ? analysedShare : identifyShare, 1]));
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
    case 'inspected':
    case 'embedded':
      throw new Error(`the analysis process answered a question that was not asked: ${outcome.kind}`);
  }
}
