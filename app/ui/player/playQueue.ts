import type { TrackSummary } from '@/app/trpc';

/** What the player must know of a track; any track summary will do. */
export type PlayableTrack = Pick<
  TrackSummary,
  'trackId' | 'title' | 'artist' | 'durationSeconds' | 'loudnessLufs' | 'sparkBase64' | 'valence' | 'arousal'
>;

/** A sound that is no track of the catalogue. */
interface OtherSound {
  /** Where it is heard. */
  address: string;
  /** The page it belongs to. */
  page: string;
}

/**
 * A track, or the section of it that is meant: from `startSeconds`, stopping at `endSeconds` if given. With `sound` it is
 * no track, and its number is negative, so that no track is taken for it.
 */
export type PlayItem = PlayableTrack & { startSeconds?: number; endSeconds?: number; sound?: OtherSound };

/** What tells an item from others: its track, and where in it it starts, as a list may hold several sections of one. */
export const itemKey = ({ trackId, startSeconds = 0 }: Pick<PlayItem, 'trackId' | 'startSeconds'>): string =>
  `${trackId}@${startSeconds}`;

/** The list playing was started from, and where in it we are. */
export interface PlayQueue {
  items: readonly PlayItem[];
  index: number;
}

export const emptyQueue: PlayQueue = { items: [], index: -1 };

/** The queue that plays `item` as part of `list`; an item the list lacks is played on its own. */
export function startQueue(item: PlayItem, list: readonly PlayItem[] = []): PlayQueue {
  const index = list.findIndex((other) => itemKey(other) === itemKey(item));
  if (index < 0) return { items: [item], index: 0 };
  return { items: list.with(index, item), index };
}

/** The queue moved by `by` items, or null where it has no such item. */
export function moveQueue(queue: PlayQueue, by: number): PlayQueue | null {
  const index = queue.index + by;
  return index >= 0 && index < queue.items.length ? { ...queue, index } : null;
}

export const currentItem = (queue: PlayQueue): PlayItem | null => queue.items[queue.index] ?? null;
