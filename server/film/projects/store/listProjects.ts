import { desc, eq, sql } from 'drizzle-orm';
import { filmProjects, people } from '@/db/schema';
import type { FrameRate } from '@/ml/timeCode/frameRate';
import { isSeenBy } from './ownedProject';
import type { ProjectPlace } from './projectPlace';

/** A project as a list shows it. */
export interface ProjectSummary {
  projectId: number;
  name: string;
  filmName: string;
  lengthFrames: number;
  rate: FrameRate;
  cues: number;
  /** Cues whose music is decided on. */
  chosen: number;
  revision: number;
  savedAt: string;
  shared: boolean;
  /** Who shares it, where it is not the caller's own. */
  sharedBy: string | null;
}

const { document } = filmProjects;

const summary = {
  projectId: filmProjects.id,
  name: sql<string>`${document}->>'name'`,
  filmName: sql<string>`${document}->'film'->>'name'`,
  lengthFrames: sql<number>`(${document}->'film'->>'lengthFrames')::int`,
  rate: sql<FrameRate>`${document}->'film'->'rate'`,
  cues: sql<number>`jsonb_array_length(${document}->'cues')`,
  chosen: sql<number>`jsonb_array_length(jsonb_path_query_array(${document}, '$.cues[*].chosen.trackId'))`,
  revision: filmProjects.revision,
  savedAt: filmProjects.savedAt,
  shared: filmProjects.shared,
  personId: filmProjects.personId,
  ownerName: people.name,
};

/** The caller's projects and those that others share, the one saved last first. */
export async function listProjects({ database, caller }: ProjectPlace): Promise<ProjectSummary[]> {
  const rows = await database
    .select(summary)
    .from(filmProjects)
    .innerJoin(people, eq(people.id, filmProjects.personId))
    .where(isSeenBy(caller))
    .orderBy(desc(filmProjects.savedAt), desc(filmProjects.id));
  return rows.map(({ personId, ownerName, ...row }) => ({
    ...row,
    savedAt: row.savedAt.toISOString(),
    sharedBy: personId === caller.personId ? null : ownerName,
  }));
}
