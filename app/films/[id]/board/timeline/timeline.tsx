'use client';

import { useRef, type ReactNode } from 'react';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import type { CueFitShown } from '../curve/fitOverlay';
import type { FrameRange } from '../edits/moveCue';
import type { Board } from '../useBoard';
import { CueLane } from './cueLane';
import { CurveLanes } from './curveLanes';
import { ImportanceLane } from './importanceLane';
import { MarkerLane } from './markerLane';
import { TimelineOverlay } from './overlay';
import { Ruler } from './ruler';
import styles from './timeline.module.css';
import { useViewGestures } from './useViewGestures';
import { ViewBar } from './viewBar';

interface TimelineProps {
  board: Board;
  editor: TrajectoryEditor;
  fit: CueFitShown | null;
  /** A guess at the film's arousal, each half second; null for none. */
  guess: ArrayLike<number> | null;
  /** The strip of the film's pictures. */
  pictures: ReactNode;
  onNewCue: (range: FrameRange) => void;
  /** Told when a cue is taken. */
  onCue: () => void;
}

/** The film from left to right, and all that lies on it. */
export function Timeline({ board, editor, fit, guess, pictures, onNewCue, onCue }: TimelineProps) {
  const lanes = useRef<HTMLDivElement>(null);
  const { surface, viewState } = board;
  const gestures = useViewGestures({ lanes, surface, viewState });
  return (
    <section className={styles.timeline} aria-label="Timeline">
      <div ref={lanes} className={styles.lanes} {...gestures}>
        <Ruler board={board} />
        {pictures}
        <MarkerLane board={board} />
        <CueLane {...{ board, onNewCue, onCue }} />
        <CurveLanes {...{ board, editor, fit, guess }} />
        <ImportanceLane board={board} />
        <TimelineOverlay board={board} />
      </div>
      <ViewBar board={board} />
    </section>
  );
}
