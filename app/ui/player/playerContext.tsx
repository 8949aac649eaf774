'use client';

import { createContext, use, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { PlayerStore, stateBeforeHydration, type PlayerState } from './playerStore';
import type { PlayItem } from './playQueue';

/** The player lives in the browser only; while the server renders there is none, and nothing plays. */
const PlayerContext = createContext<PlayerStore | null>(null);

const noWatch = () => () => {};
const noState = () => stateBeforeHydration;
const noPosition = () => 0;

export function PlayerProvider({ children }: { children: ReactNode }) {
  const [store] = useState(() => (typeof window === 'undefined' ? null : new PlayerStore()));
  return <PlayerContext value={store}>{children}</PlayerContext>;
}

interface PlayOptions {
  /** The list the track was chosen from, for next and previous; items may carry their own sections. */
  list?: readonly PlayItem[];
  /** Where to begin; the item's own start without it. */
  startSeconds?: number;
  /** Where to stop; without it the track plays to its end. */
  endSeconds?: number;
}

interface PlayerActions {
  play: (track: PlayItem, options?: PlayOptions) => void;
  toggle: () => void;
  pause: () => void;
  seek: (seconds: number) => void;
  seekBy: (seconds: number) => void;
  next: () => void;
  previous: () => void;
  /** 0..1 */
  setVolume: (volume: number) => void;
  setPeak: (trackId: number, samplePeakDb: number | null) => void;
}

export type Player = PlayerState & PlayerActions;

const actionsOf = (store: PlayerStore | null): PlayerActions => ({
  play: (track, { list, startSeconds = track.startSeconds, endSeconds = track.endSeconds } = {}) =>
    store?.play({ ...track, startSeconds, endSeconds }, list),
  toggle: () => store?.toggle(),
  pause: () => store?.pause(),
  seek: (seconds) => store?.seek(seconds),
  seekBy: (seconds) => store?.seekBy(seconds),
  next: () => void store?.next(),
  previous: () => store?.previous(),
  setVolume: (volume) => store?.setVolume(volume),
  setPeak: (trackId, samplePeakDb) => store?.setPeak(trackId, samplePeakDb),
});

/** What is playing, and the ways to change it. Does not follow the time; that is `usePlayerPosition`. */
export function usePlayer(): Player {
  const store = use(PlayerContext);
  const state = useSyncExternalStore(store?.subscribe ?? noWatch, store?.getState ?? noState, noState);
  const actions = useMemo(() => actionsOf(store), [store]);
  return useMemo(() => ({ ...state, ...actions }), [state, actions]);
}

/** The current time of what is playing, in seconds, about four times a second. */
export function usePlayerPosition(): number {
  const store = use(PlayerContext);
  return useSyncExternalStore(store?.subscribe ?? noWatch, store?.getPosition ?? noPosition, noPosition);
}
