import { desc, eq, sql } from 'drizzle-orm';
import { filmProjects } from '@/db/schema';
import type { FrameRate } from '@/ml/timeCode/frameRate';
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
};

/** The caller's projects, the one saved last first. */
export async function listProjects({ database, caller }: ProjectPlace): Promise<ProjectSummary[]> {
  const rows = await database
    .select(summary)
    .from(filmProjects)
    .where(eq(filmProjects.personId, caller.personId))
    .orderBy(desc(filmProjects.savedAt), desc(filmProjects.id));
  return rows.map((row) => ({ ...row, savedAt: row.savedAt.toISOString() }));
}
