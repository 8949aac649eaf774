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

/** Plays the film under a cue, and stops where that ends. */
export function useListening(transport: Transport): Listening {
  const [heard, setHeard] = useState<FrameRange | null>(null);
  useEffect(() => {
    if (!heard) return;
    return transport.subscribe(() => {
      const { frame, isPlaying } = transport.getState();
      const isWithin = heard.inFrame <= frame && frame < heard.outFrame;
      if (isPlaying && isWithin) return;
      if (isPlaying && frame >= heard.outFrame) transport.pause();
      if (!isPlaying || frame >= heard.outFrame) setHeard(null);
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
