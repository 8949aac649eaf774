import { beforeBeatSeconds } from '@/ml/film/fitting/crossed';
import { playedPieces } from '@/ml/film/fitting/playedPieces';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import type { CueSection, FilmCue, FilmProject } from '@/app/ui/film/filmProject';
import { pieceSeconds, seamSeconds, type Piece } from './pieces';

/** A section that is heard in place of the one that was chosen for its cue. */
export interface CuePreview {
  cueId: string;
  section: CueSection;
}

/** Music under a stretch of the film, all in seconds. */
export interface MusicStretch {
  cueId: string;
  trackId: number;
  /** In the film. */
  from: number;
  to: number;
  /** How many times slower the track is played; undefined for as it is. */
  stretch?: number;
  /** Where in the track, stretched or not, it begins. */
  trackFrom: number;
  /** A factor of pressure; null while it is not known how loud it is to be. */
  gain: number | null;
  fadeInSeconds: number;
  fadeOutSeconds: number;
}

/** A part of one piece of a track, when it is heard. */
export interface PieceCall extends Piece {
  /** In the film. */
  from: number;
  to: number;
  /** Where in the piece it begins. */
  offset: number;
  /** Whether it carries on from the piece before, and whether the next one carries on: there they are faded. */
  isContinued: boolean;
  isCarriedOn: boolean;
}

/** What is heard for a cue: what is tried in its place, else what was chosen. */
export function heardSection(cue: FilmCue, preview: CuePreview | null): CueSection | null {
  return preview?.cueId === cue.id ? preview.section : cue.chosen;
}

/**
 * The music of a film in its order: of an edit, each of its pieces. `gainOf` tells a section's whole gain in decibels, null
 * where it is not known yet.
 */
export function musicStretches(
  project: Pick<FilmProject, 'cues' | 'film'>,
  preview: CuePreview | null,
  gainOf: (cue: FilmCue, section: CueSection) => number | null,
): MusicStretch[] {
  return project.cues
    .flatMap((cue) => {
      const section = heardSection(cue, preview);
      return section ? stretchesOf(project.film, cue, { section, decibels: gainOf(cue, section) }) : [];
    })
    .sort((a, b) => a.from - b.from);
}

/** Pieces of an edit cross over before the beat on which they are joined. */
function stretchesOf(
  { rate }: FilmProject['film'],
  cue: FilmCue,
  { section, decibels }: { section: CueSection; decibels: number | null },
): MusicStretch[] {
  const seconds = (frames: number) => secondsOf(frames, rate);
  const end = seconds(cue.outFrame);
  let at = seconds(cue.inFrame);
  const pieces = playedPieces(section, end - at);
  return pieces.map(({ startSeconds, endSeconds }, place): MusicStretch => {
    const [isFirst, isLast] = [place === 0, place === pieces.length - 1];
    const early = isFirst ? 0 : Math.min(beforeBeatSeconds, startSeconds);
    const from = at - early;
    at = isLast ? end : at + endSeconds - startSeconds;
    return {
      ...{ cueId: cue.id, trackId: section.trackId, trackFrom: startSeconds - early, from, to: at },
      stretch: section.edit?.stretch,
      gain: decibels === null ? null : 10 ** (decibels / 20),
      fadeInSeconds: isFirst ? seconds(cue.fadeInFrames) : early,
      fadeOutSeconds: isLast ? seconds(cue.fadeOutFrames) : beforeBeatSeconds,
    };
  });
}

/** The music that is heard at a time of the film. */
export const stretchAt = (
  stretches: readonly MusicStretch[],
  filmSeconds: number,
): MusicStretch | undefined => stretches.find(({ from, to }) => from <= filmSeconds && filmSeconds < to);

/** Less than half a sample is nothing that can be heard. */
const nothing = 1e-5;

/** The pieces of a stretch that are heard between two times of the film, in order. */
export function pieceCalls(stretch: MusicStretch, from: number, to: number): PieceCall[] {
  const { trackId, trackFrom, stretch: slower } = stretch;
  const begin = Math.max(from, stretch.from);
  const end = Math.min(to, stretch.to);
  if (end - begin < nothing) return [];
  const inTrack = (filmSeconds: number) => trackFrom + (filmSeconds - stretch.from);
  // What is left after a seam is no piece of its own: the piece before goes on that long.
  const ending = Math.max(0, lastBefore(inTrack(stretch.to) - seamSeconds));
  const first = Math.min(ending, Math.floor((inTrack(begin) + nothing) / pieceSeconds));
  const last = Math.max(first, Math.min(ending, lastBefore(inTrack(end))));
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const index = first + place;
    const pieceFrom = stretch.from + index * pieceSeconds - trackFrom;
    const callFrom = Math.max(stretch.from, pieceFrom);
    const callTo = Math.min(stretch.to, pieceFrom + pieceSeconds + seamSeconds);
    return {
      ...{ trackId, index, stretch: slower, from: callFrom, to: callTo, offset: callFrom - pieceFrom },
      isContinued: pieceFrom > stretch.from + nothing,
      isCarriedOn: index < ending,
    };
  });
}

const lastBefore = (trackSeconds: number): number => Math.ceil((trackSeconds - nothing) / pieceSeconds) - 1;

/** How loud a stretch is at a time of the film by its fades alone: straight lines, as they are rendered. */
export function fadeAt(stretch: MusicStretch, filmSeconds: number): number {
  const { from, to, fadeInSeconds, fadeOutSeconds } = stretch;
  const rise = fadeInSeconds > 0 ? share((filmSeconds - from) / fadeInSeconds) : 1;
  const fall = fadeOutSeconds > 0 ? share((to - filmSeconds) / fadeOutSeconds) : 1;
  return rise * fall;
}

const share = (value: number) => Math.min(1, Math.max(0, value));

/** The times of the film after `filmSeconds` at which a stretch's fades turn. Between them its level is a straight line. */
export function fadeTurns(stretch: MusicStretch, filmSeconds: number): number[] {
  const { from, to, fadeInSeconds, fadeOutSeconds } = stretch;
  const turns = [
    ...(fadeInSeconds > 0 ? [from, from + fadeInSeconds] : []),
    ...(fadeOutSeconds > 0 ? [to - fadeOutSeconds, to] : []),
  ];
  return turns.filter((turn) => turn > filmSeconds);
}
