import type { ListedTrack } from '@/app/ui/trackList/listedTrack';
import type { DrawState } from './drawUrl';
import type { TrajectoryMatch } from './useTrajectoryMatches';

/** A match as lists and the player take it: a section is played from its start to its end, a track as any other. */
export const toListed = (match: TrajectoryMatch, scope: DrawState['scope']): ListedTrack =>
  scope === 'section'
    ? { ...match, startSeconds: match.section.start, endSeconds: match.section.end }
    : match;
