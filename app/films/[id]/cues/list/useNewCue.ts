'use client';

import { useState } from 'react';
import type { FrameRange } from '../../board/edits/moveCue';
import type { FilmBench } from '../../project/filmBench';
import { newCueId } from '@/app/ui/film/newCueId';
import { addCues, freePart, isTooLong } from '../settings/cuePlaces';

/** Makes cues, wherever one is wished for: by a key, on the timeline, in the panel. */
export interface NewCueState {
  /** Makes a cue of the part of a stretch that is free; what is too long to be searched for is asked about first. */
  wish: (range: FrameRange) => void;
  /** The stretch that is asked about. */
  long: FrameRange | null;
  /** Makes a cue of each of these, and selects the first. */
  make: (ranges: readonly FrameRange[]) => void;
  /** Another cue lies where one was wished for. */
  isTaken: boolean;
  leave: () => void;
}

export function useNewCue(bench: FilmBench): NewCueState {
  const [{ long, isTaken }, setAsked] = useState<{ long: FrameRange | null; isTaken: boolean }>(nothing);
  const { project } = bench;
  const make = (ranges: readonly FrameRange[]) => {
    const added = addCues(project, ranges, newCueId);
    bench.edit(() => added.project);
    bench.selectCue(added.ids[0]);
    setAsked(nothing);
  };
  return {
    ...{ long, isTaken, make },
    wish: (range) => {
      const free = freePart(project.cues, range);
      if (!free) setAsked({ long: null, isTaken: true });
      else if (isTooLong(project, free)) setAsked({ long: free, isTaken: false });
      else make([free]);
    },
    leave: () => setAsked(nothing),
  };
}

const nothing = { long: null, isTaken: false };
