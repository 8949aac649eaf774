'use client';

import { scaleLinear } from 'd3';
import { percent } from '@/app/ui/percent';
import { dimensions } from '@/ml/affect/dimension';
import { ErrorStrip } from './errorStrip';
import { Lane } from './lane';
import styles from './lanes.module.css';
import type { Overlay } from './overlay';
import { formatTime } from './times';
import type { TrajectoryEditor } from './useTrajectoryEditor';
import type { TrajectoryMatch } from './useTrajectoryMatches';

interface LanesProps {
  editor: TrajectoryEditor;
  overlay: Overlay | null;
  matches: readonly TrajectoryMatch[];
  /** What the errors are measured in. */
  errorUnit: string;
}

/** Valence and arousal as two lanes over one axis of time, and the error of the match shown under them. */
export function Lanes({ editor, overlay, matches, errorUnit }: LanesProps) {
  const { durationSeconds } = editor.value;
  return (
    <div className={styles.lanes}>
      {dimensions.map((dimension) => (
        <Lane key={dimension} dimension={dimension} editor={editor} overlay={overlay} matches={matches} />
      ))}
      <TimeAxis durationSeconds={durationSeconds} />
      <ErrorStrip overlay={overlay} unit={errorUnit} durationSeconds={durationSeconds} />
    </div>
  );
}

function TimeAxis({ durationSeconds }: { durationSeconds: number | null }) {
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
