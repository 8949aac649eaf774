import { desc, eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/open';
import {
  studies,
  studyAnalyses,
  studyParticipants,
  studySeries,
  studyStimuli,
  studyTargets,
} from '@/db/schema';
import type { Caller } from '../../access/caller';

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
}

/** The caller's studies, newest first. */
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
    })
    .from(studies)
    .where(eq(studies.personId, caller.personId))
    .orderBy(desc(studies.id));
  return rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() }));
}
