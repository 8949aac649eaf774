import type { TrackSummary } from '@/app/trpc';
import type { PlayItem } from '../player/playQueue';

/** What a list shows and plays: a track, perhaps with how far it is from what was asked and which section. */
export type ListedTrack = TrackSummary &
  Pick<PlayItem, 'startSeconds' | 'endSeconds'> & {
    distance?: number;
    /** A section's own curve, as decodeMeans reads it, shown in place of the whole track's. */
    stretchBase64?: string;
  };
