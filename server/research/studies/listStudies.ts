import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import {
  people,
  studies,
  studyAnalyses,
  studyParticipants,
  studySeries,
  studyStimuli,
  studyTargets,
} from '@/db/schema';
import type { Caller } from '../../access/caller';
import { isSeenBy } from './ownedStudy';

/** A study as a list shows it. */
export interface StudySummary {
  id: number;
  title: string;
  /** True where the participants are made up, which must be said wherever the title is. */
  simulated: boolean;
  createdAt: string;
  participants: number;
  stimuli: number;
  regions: number;
  /** Recordings, and ratings, of one participant and piece each. */
  runs: number;
  ratings: number;
  analyses: number;
  shared: boolean;
  /** Who shares it, where it is not the caller's own. */
  sharedBy: string | null;
}

/** The caller's studies and those that others share, newest first. */
export async function listStudies(database: Database, caller: Caller): Promise<StudySummary[]> {
  const countOf = (
    table: typeof studyParticipants | typeof studyStimuli | typeof studyTargets | typeof studyAnalyses,
  ) => sql<number>`(select count(*)::int from ${table} where ${table.studyId} = ${studies}.id)`;
  const series = (kind: 'recording' | 'rating') =>
    sql<number>`(select count(*)::int from ${studySeries}
      where ${studySeries.studyId} = ${studies}.id and ${studySeries.kind} = ${kind})`;
  const rows = await database
    .select({
      id: studies.id,
      title: studies.title,
      simulated: studies.simulated,
      createdAt: studies.createdAt,
      participants: countOf(studyParticipants),
      stimuli: countOf(studyStimuli),
      regions: countOf(studyTargets),
      runs: series('recording'),
      ratings: series('rating'),
      analyses: countOf(studyAnalyses),
      shared: studies.shared,
      personId: studies.personId,
      ownerName: people.name,
    })
    .from(studies)
    .innerJoin(people, eq(people.id, studies.personId))
    .where(isSeenBy(caller))
    .orderBy(desc(studies.id));
  return rows.map(({ personId, ownerName, ...row }) => ({
    ...row,
    createdAt: row.createdAt.toISOString(),
    sharedBy: personId === caller.personId ? null : ownerName,
  }));
}
