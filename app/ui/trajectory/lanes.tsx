'use client';

import { scaleLinear } from 'd3';
import type { ReactNode } from 'react';
import { dimensions } from '@/ml/affect/dimension';
import { percent } from '../percent';
import { EditLane } from './editLane';
import { ErrorStrip } from './errorStrip';
import { formatTime } from './formatTime';
import styles from './lanes.module.css';
import type { Overlay } from './overlay';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface LanesProps {
  editor: TrajectoryEditor;
  overlay: Overlay | null;
  /** What is heard now, laid over each lane. */
  playhead?: ReactNode;
  /** What the errors are measured in. */
  errorUnit: string;
}

/** Valence and arousal as two lanes over one axis of time, and the error of the match shown under them. */
export function Lanes({ editor, overlay, playhead, errorUnit }: LanesProps) {
  const { durationSeconds } = editor.value;
  return (
    <div className={styles.lanes}>
      {dimensions.map((dimension) => (
        <EditLane
          key={dimension}
          dimension={dimension}
          editor={editor}
          overlay={overlay}
          playhead={playhead}
        />
      ))}
      <DrawingAxis durationSeconds={durationSeconds} />
      <ErrorStrip overlay={overlay} unit={errorUnit} durationSeconds={durationSeconds} />
    </div>
  );
}

function DrawingAxis({ durationSeconds }: { durationSeconds: number | null }) {
  const whole = durationSeconds ?? 1;
  const ticks =
    durationSeconds === null ? [0, 0.25, 0.5, 0.75, 1] : scaleLinear().domain([0, whole]).ticks(5);
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map((tick) => (
        <span key={tick} style={{ left: percent(tick / whole) }}>
          {formatTime(tick / whole, durationSeconds)}
        </span>
      ))}
    </div>
  );
}
