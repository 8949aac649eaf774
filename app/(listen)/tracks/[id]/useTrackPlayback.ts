'use client';

import { useMemo, useState } from 'react';
import { usePlayer, usePlayerPosition } from '@/app/ui/player/playerContext';
import type { PlayableTrack } from '@/app/ui/player/playQueue';
import { useGliding } from './useGliding';

/** The player as far as one track is concerned. */
export interface TrackPlayback {
  /** The player holds this track. */
  current: boolean;
  sounding: boolean;
  /** Where playing would begin while the player holds another track, in seconds. */
  cursorSeconds: number;
  toggle: () => void;
  /** Goes to a time; a track that the player does not hold is not started by it. */
  seek: (seconds: number) => void;
  /** Goes to a time and is heard from there. */
  playFrom: (seconds: number) => void;
}

/** @param fromSeconds where the cursor stands at first */
export function useTrackPlayback(track: PlayableTrack, fromSeconds: number): TrackPlayback {
  const player = usePlayer();
  const [cursorSeconds, setCursor] = useState(fromSeconds);
  const current = player.item?.trackId === track.trackId;
  return useMemo(() => {
    const begin = (seconds: number) => {
      player.play(track);
      if (seconds > 0) player.seek(seconds);
    };
    return {
      current,
      sounding: current && (player.playing || player.waiting),
      cursorSeconds,
      toggle: () => (current ? player.toggle() : begin(cursorSeconds)),
      seek: (seconds) => (current ? player.seek(seconds) : setCursor(seconds)),
      playFrom: (seconds) => (current ? player.seek(seconds) : begin(seconds)),
    };
  }, [player, track, current, cursorSeconds]);
}

/** The time this track is at, in seconds, as the player reports it: about four times a second. */
export function useTrackSeconds({ current, cursorSeconds }: TrackPlayback): number {
  const position = usePlayerPosition();
  return current ? position : cursorSeconds;
}

/** The same at the screen's rate, for what is drawn. */
export function useGlidingSeconds(playback: TrackPlayback): number {
  return useGliding(useTrackSeconds(playback), playback.sounding);
}
