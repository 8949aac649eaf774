import { asc, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, eegTrials, jobs } from '@/db/schema';
import type { EntropyReport } from '../../entropy/entropyReport';
import { openJobState } from '../jobState';
import type { EegRecordingSummary } from '../studies/eegStudyAnswers';
import type { RecordingRow } from './ownedRecording';

/** The recordings of a study, by participant. */
export async function listRecordings(executor: Executor, studyId: number): Promise<EegRecordingSummary[]> {
  const trials = sql<number>`(select count(*)::int from ${eegTrials}
    where ${eegTrials.recordingId} = ${eegRecordings.id})`;
  const rows = await executor
    .select({ recording: eegRecordings, job: jobs, trials })
    .from(eegRecordings)
    .leftJoin(jobs, eq(jobs.id, eegRecordings.jobId))
    .where(eq(eegRecordings.studyId, studyId))
    .orderBy(asc(eegRecordings.participant), asc(eegRecordings.id));
  return rows.map(({ recording, job, trials }) => ({ ...recordingHead(recording, job), trials }));
}

/** What a recording and its job say, without its trials. */
export function recordingHead(
  recording: RecordingRow,
  job: typeof jobs.$inferSelect | null,
): Omit<EegRecordingSummary, 'trials'> {
  const { id, participant, fileName, sizeBytes, state, failure, format, durationSeconds } = recording;
  return {
    ...{ id, participant, fileName, sizeBytes, state, failure, format, durationSeconds },
    channels: recording.channels.length,
    events: recording.events.length,
    windows: reportOf(recording)?.windows ?? null,
    job: openJobState(job),
  };
}

/** How a recording was measured; null until it is. */
export function reportOf({ report }: RecordingRow): EntropyReport | null {
  // Written by the reading alone.
  return report as EntropyReport | null;
}
