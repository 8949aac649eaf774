import type { ListedTrack } from '@/app/ui/trackList/listedTrack';
import type { DrawState } from './drawUrl';
import type { TrajectoryMatch } from './useTrajectoryMatches';

/** A match as lists and the player take it: a section shows its own stretch and is played from start to end, a track as any other. */
export const toListed = (match: TrajectoryMatch, scope: DrawState['scope']): ListedTrack =>
  scope === 'section'
    ? {
        ...match,
        startSeconds: match.section.start,
        endSeconds: match.section.end,
        stretchBase64: match.curveBase64,
      }
    : match;
