import { inArray } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { tracks } from '@/db/schema';
import type { CueSection, FilmCue } from '../filmCue';
import { filmProject, type FilmProject } from '../filmProject';
import { createProject, type KeptProject } from './createProject';
import { readableProject } from './ownedProject';
import type { ProjectPlace } from './projectPlace';
import { usedTracks } from './usedTracks';

/** A project as a file tells it: with the hashes by which another library knows its tracks. Throws AppError 'not-found'. */
export async function projectFile(place: ProjectPlace, projectId: number): Promise<FilmProject> {
  const { document: kept } = await readableProject(place, projectId);
  const document = filmProject.parse(kept);
  const used = await usedTracks(place.database, document);
  return {
    ...document,
    tracks: used.map(({ trackId, payloadHash, title, artist }) => ({ trackId, payloadHash, title, artist })),
  };
}

/** A track that a project names and this library does not have. */
export interface MissingTrack {
  /** Its number in the file. */
  trackId: number;
  /** Null where the file does not tell. */
  title: string | null;
}

/** A project in terms of this library, and what of its music is not here. */
export interface CarriedProject {
  document: FilmProject;
  missing: MissingTrack[];
}

/** Keeps a project that a file tells, as a new one of the caller's; sections of tracks that are missing are left out. */
export async function bringProject(
  place: ProjectPlace,
  given: FilmProject,
): Promise<KeptProject & { missing: MissingTrack[] }> {
  const { document, missing } = await inThisLibrary(place.database, given);
  return { ...(await createProject(place, document)), missing };
}

/**
 * A project's tracks by their numbers in this library: known by the hash of their sound where the file tells it, else by
 * number. Sections of tracks that are not here are left out, their cues unlocked.
 */
export async function inThisLibrary(executor: Executor, given: FilmProject): Promise<CarriedProject> {
  const hashes = given.tracks.map(({ payloadHash }) => payloadHash);
  const { id, payloadHash } = tracks;
  const found = await executor.select({ id, payloadHash }).from(tracks).where(inArray(payloadHash, hashes));
  const here = new Map(found.map((track) => [track.payloadHash, track.id]));
  const told = new Map(given.tracks.map((track) => [track.trackId, here.get(track.payloadHash)]));
  const untold = (await usedTracks(executor, given)).map(({ trackId }) => trackId);
  const numbered = new Set(untold);
  const numberOf = (trackId: number) =>
    told.has(trackId) ? told.get(trackId) : numbered.has(trackId) ? trackId : undefined;
  const missing = new Map<number, MissingTrack>();
  const carried = (section: CueSection): CueSection[] => {
    const trackId = numberOf(section.trackId);
    if (trackId !== undefined) return [{ ...section, trackId }];
    const title = given.tracks.find((track) => track.trackId === section.trackId)?.title ?? null;
    missing.set(section.trackId, { trackId: section.trackId, title });
    return [];
  };
  const cues = given.cues.map((cue) => carriedCue(cue, carried));
  return { document: { ...given, cues, tracks: [] }, missing: [...missing.values()] };
}

function carriedCue(cue: FilmCue, carried: (section: CueSection) => CueSection[]): FilmCue {
  const chosen = (cue.chosen && carried(cue.chosen).at(0)) ?? null;
  return {
    ...cue,
    chosen,
    alternates: cue.alternates.flatMap(carried),
    locked: cue.locked && chosen !== null,
  };
}
