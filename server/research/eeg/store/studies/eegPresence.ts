import { asc, eq } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { eegRecordings, eegTracks, eegTrials, type EegRecordingState } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import { ownedEegStudy } from './ownedEegStudy';

/** What was heard in a recording. */
export interface HeardRecording {
  recordingId: number;
  participant: string;
  state: EegRecordingState;
  /** One a trial: the track by its name, null for none of the study's, and whether its listener rated it. */
  trials: { track: string | null; rated: boolean }[];
}

/** What is there of everybody in a study of the caller's, by participant. Throws AppError 'not-found'. */
export async function eegPresence(
  database: Database,
  caller: Caller,
  studyId: number,
): Promise<HeardRecording[]> {
  await ownedEegStudy(database, caller, studyId);
  const { id, participant, state } = eegRecordings;
  const rows = await database
    .select({ recordingId: id, participant, state, trial: eegTrials, track: eegTracks.name })
    .from(eegRecordings)
    .leftJoin(eegTrials, eq(eegTrials.recordingId, id))
    .leftJoin(eegTracks, eq(eegTracks.id, eegTrials.trackId))
    .where(eq(eegRecordings.studyId, studyId))
    .orderBy(asc(participant), asc(id), asc(eegTrials.id));
  const found = new Map<number, HeardRecording>();
  for (const { recordingId, trial, track, ...recording } of rows) {
    const heard = found.get(recordingId) ?? { recordingId, ...recording, trials: [] };
    found.set(recordingId, heard);
    if (trial) heard.trials.push({ track, rated: trial.valence !== null || trial.arousal !== null });
  }
  return [...found.values()];
}
