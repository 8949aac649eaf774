import { asc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { eegTracks, eegTrials } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import { listEegModels } from '../models/listEegModels';
import { listRecordings } from '../recordings/listRecordings';
import type { EegStudyDetail, EegStudyTrack } from './eegStudyAnswers';
import { ownedEegStudy } from './ownedEegStudy';

/** A study of the caller's. Throws AppError 'not-found'. */
export async function eegStudyDetail(
  database: Database,
  caller: Caller,
  studyId: number,
): Promise<EegStudyDetail> {
  const { id, title, simulated, createdAt } = await ownedEegStudy(database, caller, studyId);
  return {
    ...{ id, title, simulated, createdAt: createdAt.toISOString() },
    recordings: await listRecordings(database, studyId),
    tracks: await tracksOf(database, studyId),
    models: await listEegModels(database, caller, studyId),
  };
}

async function tracksOf(database: Database, studyId: number): Promise<EegStudyTrack[]> {
  const { id, name, trackId, valence, arousal } = eegTracks;
  const trials = sql<number>`(select count(*)::int from ${eegTrials}
    where ${eegTrials.trackId} = ${eegTracks}.id)`;
  return database
    .select({ id, name, trackId, valence, arousal, trials })
    .from(eegTracks)
    .where(eq(eegTracks.studyId, studyId))
    .orderBy(asc(id));
}
