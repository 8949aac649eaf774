'use client';

import { scaleLinear } from 'd3';
import { useMemo, type ReactNode } from 'react';
import { dimensions } from '@/ml/affect/dimension';
import { percent } from '../percent';
import { EditLane } from './editLane';
import { ErrorStrip } from './errorStrip';
import { formatTime } from './formatTime';
import styles from './lanes.module.css';
import { plainTime } from './laneTime';
import type { Overlay } from './overlay';
import type { TrajectoryEditor } from './useTrajectoryEditor';

const quarters = [0, 0.25, 0.5, 0.75, 1];

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
  const ticks = useMemo(() => ticksOf(durationSeconds), [durationSeconds]);
  const time = useMemo(
    () =>
      plainTime(
        durationSeconds,
        ticks.map(({ share }) => share),
      ),
    [durationSeconds, ticks],
  );
  return (
    <div className={styles.lanes}>
      {dimensions.map((dimension) => (
        <EditLane
          key={dimension}
          dimension={dimension}
          editor={editor}
          overlay={overlay}
          playhead={playhead}
          time={time}
        />
      ))}
      <DrawingAxis ticks={ticks} />
      <ErrorStrip overlay={overlay} unit={errorUnit} durationSeconds={durationSeconds} />
    </div>
  );
}

interface Tick {
  share: number;
  label: string;
}

/** Round times along the drawing: they are labelled, and the lanes are ruled at them. */
function ticksOf(durationSeconds: number | null): Tick[] {
  const whole = durationSeconds ?? 1;
  const times = durationSeconds === null ? quarters : scaleLinear().domain([0, whole]).ticks(5);
  return times.map((time) => ({ share: time / whole, label: formatTime(time / whole, durationSeconds) }));
}

function DrawingAxis({ ticks }: { ticks: readonly Tick[] }) {
  return (
    <div className={styles.axis} aria-hidden="true">
      {ticks.map(({ share, label }) => (
        <span key={share} style={{ left: percent(share) }}>
          {label}
        </span>
      ))}
    </div>
  );
}
