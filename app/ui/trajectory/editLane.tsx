'use client';

import { useRef, type ReactNode } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { clampPoint } from '../clampAffect';
import { dimensionWords } from '../dimensionWords';
import { Lane } from '../timeline/lane';
import { LaneScale } from '../timeline/laneScale';
import { emotionAt, snapTime } from './drawing';
import styles from './editLane.module.css';
import { formatTime } from './formatTime';
import { laneDeed } from './handleKeys';
import { KeyHandle } from './keyHandle';
import { addPoint, applyDeed, movePoint, removePoint } from './keyPoints';
import { LaneDrawing } from './laneDrawing';
import type { Overlay } from './overlay';
import { shareIn, timeIn, wholeTime, type TimeWindow } from './timeWindow';
import { useHandlePointer } from './useHandlePointer';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface EditLaneProps {
  dimension: Dimension;
  editor: TrajectoryEditor;
  overlay: Overlay | null;
  playhead: ReactNode;
  /** A line that is drawn faintly under the others. */
  faint?: readonly KeyPoint[] | null;
  /** For a lane that shows a part of the time only, or has times of its own. */
  time?: LaneTime;
}

/** How the time of a lane is shown and pointed at. */
export interface LaneTime {
  shown: TimeWindow;
  /** Where a pointed-at time is meant; free of everything where Alt is held. */
  snap: (t: number, isFree: boolean) => number;
  format: (t: number) => string;
  /** How far an arrow key goes. */
  step: number;
  /** Handles closer than this, as a share of the lane, are left out: the curve is to be seen. */
  apart?: number;
  /** Shares of the lane at which time is ruled. */
  ticks?: readonly number[];
}

/** One side of the emotion over time: a press adds a key point, handles move it. */
export function EditLane({ dimension, editor, overlay, playhead, faint, time }: EditLaneProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { drawing, durationSeconds } = editor.value;
  const { shown, snap, format, step, apart = 0, ticks } = time ?? plainTime(durationSeconds);
  const pointer = useHandlePointer({
    surface,
    onAdd({ x, y, isFree }, gesture) {
      const t = snap(timeIn(shown, x), isFree);
      const emotion = { ...emotionAt(drawing, t), [dimension]: 1 - 2 * y };
      return addPoint(editor, { t, ...clampPoint(emotion), gesture });
    },
    onDrag: (index, { x, y, isFree }, gesture) =>
      movePoint(editor, index, { t: snap(timeIn(shown, x), isFree), [dimension]: 1 - 2 * y, gesture }),
    onSelect: editor.select,
    onSettle: editor.settle,
    onRemove: (index) => removePoint(editor, index),
  });
  return (
    <div className={styles.lane}>
      <LaneScale dimension={dimension} narrow="over" />
      <div
        ref={surface}
        className={styles.surface}
        role="group"
        aria-label={`${dimension} over time`}
        {...pointer}
      >
        <Lane
          ground={dimension}
          ticks={ticks}
          drawing={<LaneDrawing {...{ dimension, drawing, overlay, faint, shown }} />}
        >
          {playhead}
          {drawing.length === 0 && <p className={styles.hint}>Press here to set a key point</p>}
          {handlesIn(editor, shown, apart).map(({ point, index }) => (
            <KeyHandle
              key={index}
              index={index}
              name={`${dimensionWords[dimension].title}, key point ${index + 1} of ${drawing.length}`}
              point={point}
              time={format(point.t)}
              x={shareIn(shown, point.t)}
              y={(1 - point[dimension]) / 2}
              value={point[dimension]}
              selected={editor.selected === index}
              onSelect={() => editor.select(index)}
              onKey={(event) =>
                applyDeed(editor, index, {
                  deed: laneDeed(event, point, { dimension, timeStep: step }),
                  event,
                })
              }
              onSettle={editor.settle}
            />
          ))}
        </Lane>
      </div>
    </div>
  );
}

const plainTime = (durationSeconds: number | null): LaneTime => ({
  shown: wholeTime,
  snap: snapTime,
  format: (t) => formatTime(t, durationSeconds),
  step: 0.01,
});

/** The key points in sight that get a handle, with their places in the drawing: the selected one, and those with room. */
function handlesIn({ value: { drawing }, selected }: TrajectoryEditor, shown: TimeWindow, apart: number) {
  let last = -Infinity;
  return drawing
    .map((point, index) => ({ point, index }))
    .filter(({ point: { t }, index }) => {
      if (t < shown.from || t > shown.to) return false;
      const share = shareIn(shown, t);
      if (index !== selected && share - last < apart) return false;
      last = share;
      return true;
    });
}
