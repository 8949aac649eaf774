'use client';

import { useEffect, useState } from 'react';
import type { Transport } from '../playing/transport';
import type { FrameRange } from '../board/edits/moveCue';

export interface Listening {
  isListening: boolean;
  /** Plays the film under a cue from its beginning to its end. */
  listen: (cue: FrameRange) => void;
  stop: () => void;
}

/** Within so many frames after a cue it is known to be over, also where some are left out. */
const endFrames = 60;

/** Plays the film under a cue, and stops where that ends. */
export function useListening(transport: Transport): Listening {
  const [heard, setHeard] = useState<FrameRange | null>(null);
  useEffect(() => {
    if (!heard) return;
    return transport.subscribe(() => {
      const { frame, isPlaying } = transport.getState();
      // A picture from before the jump to the cue may still arrive: only what follows the cue closely is its end.
      const isOver = frame >= heard.outFrame && frame < heard.outFrame + endFrames;
      if (isPlaying && !isOver) return;
      if (isPlaying) transport.pause();
      setHeard(null);
    });
  }, [transport, heard]);
  return {
    isListening: heard !== null,
    listen: (cue) => {
      transport.seek(cue.inFrame);
      transport.play();
      setHeard({ inFrame: cue.inFrame, outFrame: cue.outFrame });
    },
    stop: () => {
      transport.pause();
      setHeard(null);
    },
  };
}
