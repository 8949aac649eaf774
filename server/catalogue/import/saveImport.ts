import { and, eq, sql } from 'drizzle-orm';
import { access } from 'node:fs/promises';
import { jobName } from '../../jobs/jobName';
import type { Database, Executor } from '@/db/open';
import { analyses, jobs, tracks } from '@/db/schema';
import type { FileAnalysis, FileIdentity } from '../../analysis/fileFacts';
import type { Heard } from '../../analysis/hearTogether';
import type { TrackHearing } from '../../analysis/trackListener';
import { groupRecordings } from './groupRecordings';
import { isHeld, type Job } from '../../jobs/jobLeases';
import { saveFile, otherPaths } from './saveFile';
import { saveIntended } from '../demo/saveIntended';
import { saveProfile } from './saveProfile';
import { insertTrack, relabelTrack, type Naming } from './saveTrack';

/** What one job found out: whose sound the file holds, and of it what is not already known. */
export interface Finding {
  job: Job;
  owner: string;
  identity: FileIdentity;
  analysis?: FileAnalysis;
  /** What else was to be heard of the sound, and how that went. */
  hearings: TrackHearing[];
  heard: Heard;
}

/** Thrown inside the transaction, to undo it, when the job was cancelled or taken over meanwhile. */
class LeaseLost extends Error {}

/**
 * Writes a job's result and ends the job, both or neither: killed at any moment, the job is whole or still to
 * do. Returns false, with nothing written, when the job was cancelled or taken over meanwhile, or when the
 * track it took for known has been removed.
 */
export async function saveImport(database: Database, finding: Finding): Promise<boolean> {
  const { identity, job } = finding;
  const movedFrom = await goneFromDisk(await otherPaths(database, identity.payloadHash, job.path));
  try {
    await database.transaction((transaction) => save(transaction, finding, movedFrom));
    return true;
  } catch (error) {
    if (error instanceof LeaseLost) return false;
    throw error;
  }
}

async function save(executor: Executor, finding: Finding, movedFrom: string[]): Promise<void> {
  const { job, owner, identity, analysis, hearings, heard } = finding;
  // Two files of one recording, saved side by side, must see each other: one save at a time.
  await executor.execute(sql`select pg_advisory_xact_lock(hashtext('circumplex.saveImport'))`);
  const naming: Naming = { path: job.path, name: jobName(job), identity };
  const trackId = await saveTrack(executor, naming, analysis);
  if (analysis) await saveProfile(executor, trackId, analysis);
  const remarks: (string | null)[] = [];
  for (const hearing of hearings) remarks.push(await hearing.keep(executor, trackId, heard));
  await saveFile(executor, job, { trackId, identity, movedFrom });
  if (job.origin === 'demo') await saveIntended(executor, trackId, job.path);
  const ended = await executor
    .update(jobs)
    .set({
      state: 'done',
      progress: 1,
      trackId,
      warning: analysis?.warning ?? remarks.find((remark) => remark !== null) ?? null,
      audioSeconds: analysis?.durationSeconds ?? (hearings.length > 0 ? jobs.audioSeconds : null),
      failure: null,
      failureCode: null,
      leaseOwner: null,
      leaseUntil: null,
      finishedAt: sql`now()`,
    })
    .where(isHeld(owner, job.id))
    .returning({ id: jobs.id });
  if (ended.length === 0) throw new LeaseLost();
}

/** The track of this payload, added if need be. */
async function saveTrack(executor: Executor, naming: Naming, analysis?: FileAnalysis): Promise<number> {
  const { payloadHash } = naming.identity;
  const [known] = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .where(eq(tracks.payloadHash, payloadHash));
  if (known) {
    await relabelTrack(executor, known.id, naming);
    return known.id;
  }
  if (!analysis) throw new LeaseLost();
  const trackId = await insertTrack(executor, naming, analysis);
  await groupRecordings(executor, trackId, analysis);
  return trackId;
}

/** True when the payload has a profile by this model: its file need only be linked. */
export async function isProfiled(
  executor: Executor,
  payloadHash: string,
  modelVersion: string,
): Promise<boolean> {
  const rows = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.modelVersion, modelVersion)))
    .where(and(eq(tracks.payloadHash, payloadHash), analyses.current))
    .limit(1);
  return rows.length > 0;
}

async function goneFromDisk(paths: string[]): Promise<string[]> {
  const gone: string[] = [];
  for (const path of paths) {
    await access(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') gone.push(path);
    });
  }
  return gone;
}
