'use client';

import { useState } from 'react';
import { usePlayer, usePlayerPosition } from '../player/playerContext';
import type { PlayItem } from '../player/playQueue';

/** A moment of a track, seconds, and how one goes to another. */
export interface Moment {
  seconds: number;
  /** Whether it is the moment that is heard. */
  isHeard: boolean;
  goTo: (seconds: number) => void;
  /** Plays or pauses; does nothing where there is no sound. */
  toggle: () => void;
}

/** The moment of a track that plays; of what has no sound, the moment that was chosen last. */
export function useMoment(item: PlayItem | null): Moment {
  const [chosen, setChosen] = useState(0);
  const player = usePlayer();
  const position = usePlayerPosition();
  const isHeard = item !== null && player.item?.trackId === item.trackId;
  const goTo = (seconds: number) => {
    setChosen(seconds);
    if (isHeard) player.seek(seconds);
    else if (item) player.play(item, { startSeconds: seconds });
  };
  return {
    seconds: isHeard ? position : chosen,
    isHeard,
    goTo,
    toggle: () => (isHeard ? player.toggle() : goTo(chosen)),
  };
}
