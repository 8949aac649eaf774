'use client';

import { useMemo } from 'react';
import { hintHopSeconds } from '@/ml/film/picture/arousalHint';
import { dimensions } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { nearestFrame } from '@/ml/timeCode/gridSeconds';
import { EditLane } from '@/app/ui/trajectory/editLane';
import type { LaneTime } from '@/app/ui/trajectory/laneTime';
import type { TrajectoryEditor } from '@/app/ui/trajectory/useTrajectoryEditor';
import { fitOverlay, type CueFitShown } from '../curve/fitOverlay';
import { codeOf } from '../time/filmTime';
import type { Board } from '../useBoard';
import { cutShares } from './cutLines';
import styles from './curveLanes.module.css';

/** Cuts that lie closer, in CSS pixels, are not all ruled. */
const leastPixels = 6;
/** Handles lie at least so far apart, in CSS pixels. */
const handlePixels = 14;

interface CurveLanesProps {
  board: Board;
  editor: TrajectoryEditor;
  fit: CueFitShown | null;
  /** A guess at the film's arousal, each half second; null for none. */
  guess: ArrayLike<number> | null;
}

/** The curve over the film, ruled at its cuts, with the music that is looked at under it. */
export function CurveLanes({ board, editor, fit, guess }: CurveLanesProps) {
  const { lengthSeconds } = board;
  const overlay = useMemo(() => fit && fitOverlay(fit, lengthSeconds), [fit, lengthSeconds]);
  const guessed = useMemo(() => guess && guessLine(guess, lengthSeconds), [guess, lengthSeconds]);
  const time = laneTime(board);
  return (
    <div className={styles.lanes}>
      {dimensions.map((dimension) => (
        <EditLane
          key={dimension}
          {...{ dimension, editor, overlay, time }}
          faint={dimension === 'arousal' ? guessed : null}
          playhead={null}
        />
      ))}
    </div>
  );
}

/** A guess as a line over the film. */
function guessLine(guess: ArrayLike<number>, lengthSeconds: number): KeyPoint[] {
  return Array.from(guess, (arousal, index) => ({
    ...{ t: (index * hintHopSeconds) / lengthSeconds, valence: 0, arousal },
  }));
}

function laneTime(board: Board): LaneTime {
  const { film, lengthSeconds, viewState, width, snap } = board;
  const { from, span } = viewState.view;
  return {
    shown: { from: from / lengthSeconds, to: (from + span) / lengthSeconds },
    snap: (t, isFree) => Math.min(1, Math.max(0, snap(t * lengthSeconds, { isFree }) / lengthSeconds)),
    format: (t) => codeOf(film, nearestFrame(t * lengthSeconds, film.rate)),
    step: 1 / film.lengthFrames,
    apart: handlePixels / Math.max(1, width),
    ticks: cutShares(board, leastPixels),
  };
}
