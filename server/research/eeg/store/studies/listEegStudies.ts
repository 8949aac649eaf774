import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import { eegModels, eegRecordings, eegStudies, eegTracks, eegTrials } from '@/db/schema';
import type { Caller } from '../../../../access/caller';
import type { EegStudySummary } from './eegStudyAnswers';

const ofRecordings = sql`${eegRecordings} where ${eegRecordings.studyId} = ${eegStudies}.id`;

const counts = {
  participants: sql<number>`(select count(distinct ${eegRecordings.participant})::int from ${ofRecordings})`,
  recordings: sql<number>`(select count(*)::int from ${ofRecordings})`,
  measured: sql<number>`(select count(*)::int from ${ofRecordings} and ${eegRecordings.state} = 'measured')`,
  trials: sql<number>`(select count(*)::int from ${eegTrials}
    where ${eegTrials.recordingId} in (select ${eegRecordings.id} from ${ofRecordings}))`,
  tracks: sql<number>`(select count(*)::int from ${eegTracks} where ${eegTracks.studyId} = ${eegStudies}.id)`,
  models: sql<number>`(select count(*)::int from ${eegModels}
    where ${eegModels.studyId} = ${eegStudies}.id and ${eegModels.finishedAt} is not null)`,
};

/** The caller's studies, newest first. */
export async function listEegStudies(database: Database, caller: Caller): Promise<EegStudySummary[]> {
  const { id, title, simulated, createdAt } = eegStudies;
  const rows = await database
    .select({ id, title, simulated, createdAt, ...counts })
    .from(eegStudies)
    .where(eq(eegStudies.personId, caller.personId))
    .orderBy(desc(id));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
