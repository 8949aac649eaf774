'use client';

import { useMemo, useState } from 'react';
import type { FrameRange } from '../edits/moveCue';

/** In and out points, each where it was set; a stretch where both are. */
export interface RangeState {
  inFrame: number | null;
  /** The first frame after the stretch. */
  outFrame: number | null;
  range: FrameRange | null;
  /** The stretch begins with a frame. */
  setIn: (frame: number) => void;
  /** The stretch ends with a frame, which still belongs to it. */
  setOut: (frame: number) => void;
  setRange: (range: FrameRange | null) => void;
}

interface Points {
  inFrame: number | null;
  outFrame: number | null;
}

const none: Points = { inFrame: null, outFrame: null };

/** In and out points of a bench; one that is set on the wrong side of the other takes its place alone. */
export function useRange(): RangeState {
  const [points, setPoints] = useState(none);
  return useMemo(() => {
    const { inFrame, outFrame } = points;
    return {
      ...points,
      range: inFrame !== null && outFrame !== null ? { inFrame, outFrame } : null,
      setIn: (frame) =>
        setPoints(({ outFrame: out }) => ({
          inFrame: frame,
          outFrame: out !== null && out > frame ? out : null,
        })),
      setOut: (frame) =>
        setPoints(({ inFrame: begin }) => ({
          inFrame: begin !== null && begin <= frame ? begin : null,
          outFrame: frame + 1,
        })),
      setRange: (range) => setPoints(range ?? none),
    };
  }, [points]);
}
