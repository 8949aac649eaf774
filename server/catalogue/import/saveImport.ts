import { and, eq, isNotNull } from 'drizzle-orm';
import { access } from 'node:fs/promises';
import type { Executor } from '@/db/open';
import { analyses, importJobs, sounds, tracks } from '@/db/schema';
import type { FileAnalysis, FileIdentity } from '../../analysis/fileFacts';
import type { Heard } from '../../analysis/hearTogether';
import type { TrackHearing } from '../../analysis/trackListener';
import { groupRecordings } from '../recordings/groupRecordings';
import { DoAgain, type JobEnd, type JobResult } from '../../jobs/jobKind';
import type { JobFile } from './fileJobs';
import { saveFile, otherPaths } from './saveFile';
import { saveIntended } from '../demo/saveIntended';
import { oneSaveAtATime } from './saveLock';
import { saveProfile } from './saveProfile';
import { insertTrack } from './saveTrack';

/** What one job found out: whose sound the file holds, and of it what is not already known. */
export interface Finding {
  jobId: number;
  file: JobFile;
  identity: FileIdentity;
  analysis?: FileAnalysis;
  /** What else was to be heard of the sound, and how that went. */
  hearings: TrackHearing[];
  heard: Heard;
}

/**
 * The end of a job that found this. What writes it has the job done again when the track that it took for known has
 * been removed meanwhile.
 */
export async function importEnd(executor: Executor, finding: Finding): Promise<JobEnd> {
  const { identity, file } = finding;
  const movedFrom = await goneFromDisk(await otherPaths(executor, identity.payloadHash, file.path));
  return { kind: 'done', write: (transaction) => save(transaction, finding, movedFrom) };
}

async function save(executor: Executor, finding: Finding, movedFrom: string[]): Promise<JobResult> {
  const { jobId, file, identity, analysis, hearings, heard } = finding;
  await oneSaveAtATime(executor);
  const { trackId, isToGroup } = await saveTrack(executor, finding);
  if (analysis) await saveProfile(executor, trackId, analysis);
  if (analysis && isToGroup) await groupRecordings(executor, trackId, analysis);
  const remarks: (string | null)[] = [];
  for (const hearing of hearings) remarks.push(await hearing.keep(executor, trackId, heard));
  await saveFile(executor, file, { trackId, identity, movedFrom });
  if (file.origin === 'demo') await saveIntended(executor, trackId, file.path);
  await executor.update(importJobs).set({ trackId }).where(eq(importJobs.jobId, jobId));
  return {
    warning: analysis?.warning ?? identity.tagRemark ?? remarks.find((remark) => remark !== null) ?? null,
    audioSeconds: analysis?.durationSeconds ?? (hearings.length > 0 ? undefined : null),
  };
}

/** The track of this payload, added if need be, and whether it is still to be put with the others of its recording. */
async function saveTrack(
  executor: Executor,
  { file, identity, analysis }: Finding,
): Promise<{ trackId: number; isToGroup: boolean }> {
  const { payloadHash } = identity;
  const [known] = await executor
    .select({ trackId: tracks.id, bandLevels: isNotNull(sounds.bandLevels).mapWith(Boolean) })
    .from(tracks)
    .leftJoin(sounds, eq(sounds.trackId, tracks.id))
    .where(eq(tracks.payloadHash, payloadHash));
  if (known) return { trackId: known.trackId, isToGroup: !known.bandLevels };
  if (!analysis) throw new DoAgain();
  return { trackId: await insertTrack(executor, { file, identity }, analysis), isToGroup: true };
}

/** True when the payload has a profile by this model, and band levels: its file need only be linked. */
export async function isProfiled(
  executor: Executor,
  payloadHash: string,
  modelVersion: string,
): Promise<boolean> {
  const rows = await executor
    .select({ id: tracks.id })
    .from(tracks)
    .innerJoin(analyses, and(eq(analyses.trackId, tracks.id), eq(analyses.modelVersion, modelVersion)))
    .innerJoin(sounds, and(eq(sounds.trackId, tracks.id), isNotNull(sounds.bandLevels)))
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
