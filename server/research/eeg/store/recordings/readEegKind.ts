import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { eegRecordings, jobs } from '@/db/schema';
import { isAppError } from '../../../../base/errors';
import type { Job, JobEnd, JobKind, JobTools } from '../../../../jobs/jobKind';
import type { MeasuringWish } from '../../entropy/measuringWish';
import { eegBroughtFolder, windowsFolder, windowsName } from '../eegFolders';
import { fillTrials } from '../tables/fillTrials';
import { measureRecording, type MeasuredRecording } from './measureRecording';
import type { RecordingRow } from './ownedRecording';
import { removeWindows } from './removeWindows';
import { readEegJob, type ReadEegPayload } from './readEegJob';

/** The kind of job that reads a recording in the watched process: describes, cleans and measures it. */
export function readEegKind(dataDirectory: string): JobKind<ReadEegPayload> {
  return { ...readEegJob, run: (job, tools) => read(job, tools, dataDirectory), whenFailed: refuse };
}

async function read(
  { id: jobId, payload: { recordingId } }: Job<ReadEegPayload>,
  { database, client, signal, onProgress }: JobTools,
  dataDirectory: string,
): Promise<JobEnd> {
  const [recording] = await database.select().from(eegRecordings).where(eq(eegRecordings.id, recordingId));
  if (!recording) return { kind: 'failed', code: 'not-found', reason: 'the recording was removed' };
  const { studyId, fileName, sites } = recording;
  const windows = windowsName(recordingId, jobId);
  const asked = {
    path: join(eegBroughtFolder(dataDirectory, studyId), fileName),
    // Checked when it was stored, and written by nobody else.
    measuring: recording.measuring as MeasuringWish,
    sites,
    out: join(windowsFolder(dataDirectory, studyId), windows),
  };
  const outcome = await client.request(measureRecording, asked, { signal, onProgress });
  if (outcome.kind === 'answered')
    return kept({ recording, windows, measured: outcome.answer }, dataDirectory);
  // That a file cannot be used is no fault of the work: it is told at the recording.
  if (outcome.kind !== 'failed') return outcome;
  const { reason } = outcome;
  return {
    kind: 'done',
    write: async (executor) => {
      await executor
        .update(eegRecordings)
        .set({ ...refused, failure: reason })
        .where(eq(eegRecordings.id, recordingId));
      return { warning: reason };
    },
  };
}

const refused = { state: 'refused' as const, report: null, windows: null };

interface Measured {
  recording: RecordingRow;
  /** The name of the file of its windows. */
  windows: string;
  measured: MeasuredRecording;
}

function kept({ recording, windows, measured }: Measured, dataDirectory: string): JobEnd {
  const { format, durationSeconds, channels, events, trials, report } = measured;
  return {
    kind: 'done',
    write: async (executor) => {
      const now = {
        ...{ format, durationSeconds, channels, events, report, state: 'measured' as const },
        ...{ failure: null, windows },
      };
      const [row] = await executor
        .update(eegRecordings)
        .set(now)
        .where(eq(eegRecordings.id, recording.id))
        .returning();
      // It was removed meanwhile, and its job with it.
      if (!row) return {};
      return { warning: await trialsWarning(executor, row, { cut: trials, dataDirectory }) };
    },
    afterwards: () => removeWindows(dataDirectory, recording, windows),
  };
}

/** A table of trials that does not fit keeps no recording from being measured. */
async function trialsWarning(
  executor: Executor,
  recording: RecordingRow,
  from: Parameters<typeof fillTrials>[2],
): Promise<string | null> {
  try {
    await fillTrials(executor, recording, from);
    return null;
  } catch (error) {
    if (isAppError(error)) return error.message;
    throw error;
  }
}

/** A recording whose reading ended its process time after time is refused. */
async function refuse(executor: Executor, jobId: number): Promise<void> {
  const [job] = await executor.select({ failure: jobs.failure }).from(jobs).where(eq(jobs.id, jobId));
  await executor
    .update(eegRecordings)
    .set({ ...refused, failure: job.failure })
    .where(eq(eegRecordings.jobId, jobId));
}
