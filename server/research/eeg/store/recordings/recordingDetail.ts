import { asc, eq } from 'drizzle-orm';
import type { Database, Executor } from '@/db/open';
import { eegTracks, eegTrials, jobs, type EegChannelFacts } from '@/db/schema';
import { placeChannels } from '@/ml/eeg/montage/placeChannels';
import type { Caller } from '../../../../access/caller';
import { droppedWords } from '../../entropy/droppedWords';
import type { MeasuringWish } from '../../entropy/measuringWish';
import type { EegRecordingDetail, EegTrialAnswer, PlacedEegChannel } from './eegRecordingAnswers';
import { recordingHead, reportOf } from './listRecordings';
import { ownedRecording } from './ownedRecording';

/** A recording of the caller's: its channels, its trials and what was dropped of it. Throws AppError 'not-found'. */
export async function recordingDetail(
  database: Database,
  caller: Caller,
  recordingId: number,
): Promise<EegRecordingDetail> {
  const recording = await ownedRecording(database, caller, recordingId);
  const { studyId, simulated, channels, events, jobId } = recording;
  const [job = null] = jobId === null ? [] : await database.select().from(jobs).where(eq(jobs.id, jobId));
  const report = reportOf(recording);
  return {
    ...recordingHead(recording, job),
    ...{ studyId, simulated, events, report },
    channels: placed(channels),
    trials: await trialsOf(database, recordingId),
    // Checked when it was stored, and written by nobody else.
    measuring: recording.measuring as MeasuringWish,
    dropped: report === null ? [] : droppedWords(report),
  };
}

function placed(channels: readonly EegChannelFacts[]): PlacedEegChannel[] {
  const places = placeChannels(channels.map(({ name }) => name));
  return channels.map((channel, index) => {
    const { site, position } = places[index];
    return { ...channel, site, position };
  });
}

/** The trials of a recording, in the order of their starts. */
export async function trialsOf(executor: Executor, recordingId: number): Promise<EegTrialAnswer[]> {
  const { id, name, startSeconds, durationSeconds, valence, arousal } = eegTrials;
  return executor
    .select({
      ...{ id, name, startSeconds, durationSeconds, valence, arousal },
      track: eegTracks.name,
      trackId: eegTracks.trackId,
    })
    .from(eegTrials)
    .leftJoin(eegTracks, eq(eegTracks.id, eegTrials.trackId))
    .where(eq(eegTrials.recordingId, recordingId))
    .orderBy(asc(startSeconds), asc(id));
}
