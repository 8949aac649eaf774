'use client';

import { useRef, type ReactNode } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { clampAffect, clampPoint } from '../clampAffect';
import { dimensionWords } from '../dimensionWords';
import { Lane } from '../timeline/lane';
import { LaneScale } from '../timeline/laneScale';
import { emotionAt } from './drawing';
import styles from './editLane.module.css';
import { laneDeed } from './handleKeys';
import { KeyHandle } from './keyHandle';
import { addPoint, applyDeed, movePoint, surfaceKeys } from './keyPoints';
import { LaneDrawing } from './laneDrawing';
import { strokeLane } from './laneStroke';
import type { LaneTime } from './laneTime';
import type { Overlay } from './overlay';
import { shareIn, timeIn, type TimeWindow } from './timeWindow';
import { useHandlePointer } from './useHandlePointer';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface EditLaneProps {
  dimension: Dimension;
  editor: TrajectoryEditor;
  overlay: Overlay | null;
  playhead: ReactNode;
  /** A line that is drawn faintly under the others. */
  faint?: readonly KeyPoint[] | null;
  time: LaneTime;
}

/** One side of the emotion over time: a stroke draws it, a press adds a key point, handles move it. */
export function EditLane({ dimension, editor, overlay, playhead, faint, time }: EditLaneProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { drawing } = editor.value;
  const { shown, snap, format, step, apart = 0, ticks } = time;
  const pointer = useHandlePointer({
    surface,
    editor,
    onPress({ x, y, isFree }) {
      const t = snap(timeIn(shown, x), isFree);
      const emotion = { ...emotionAt(drawing, t), [dimension]: 1 - 2 * y };
      addPoint(editor, { t, ...clampPoint(emotion) });
    },
    strokeOver(before, places) {
      const samples = places.map(({ x, y }) => ({
        t: Math.min(1, Math.max(0, timeIn(shown, x))),
        value: clampAffect(1 - 2 * y),
      }));
      return strokeLane(before, samples, { dimension, grain: editor.grain });
    },
    onDrag: (index, { x, y, isFree }, gesture) =>
      movePoint(editor, index, { t: snap(timeIn(shown, x), isFree), [dimension]: 1 - 2 * y, ...gesture }),
  });
  return (
    <div className={styles.lane}>
      <LaneScale dimension={dimension} narrow="over" />
      <div
        ref={surface}
        className={styles.surface}
        role="group"
        aria-label={`${dimension} over time`}
        {...surfaceKeys(editor)}
        {...pointer}
      >
        <Lane
          ground={dimension}
          ticks={ticks}
          drawing={<LaneDrawing {...{ dimension, drawing, overlay, faint, shown }} />}
        >
          {playhead}
          {drawing.length === 0 && <p className={styles.hint}>Draw here, or press to set a key point</p>}
          {handlesIn(editor, shown, apart).map(({ point, index, side }) => (
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
              side={side}
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

/** Handles closer than this, as a share of the lane, lie on each other. */
const hardlyApart = 0.012;

/** The key points in sight that get a handle, with their places in the drawing: the selected one, and those with room. */
function handlesIn({ value: { drawing }, selected }: TrajectoryEditor, shown: TimeWindow, apart: number) {
  let last = -Infinity;
  const handles = drawing
    .map((point, index) => ({ point, index }))
    .filter(({ point: { t }, index }) => {
      if (t < shown.from || t > shown.to) return false;
      const share = shareIn(shown, t);
      if (index !== selected && share - last < apart) return false;
      last = share;
      return true;
    });
  const isOn = (one: number, other: number) =>
    Boolean(handles[one] && handles[other]) &&
    shareIn(shown, handles[other].point.t) - shareIn(shown, handles[one].point.t) < hardlyApart;
  return handles.map((handle, place) => ({
    ...handle,
    side: isOn(place - 1, place)
      ? ('after' as const)
      : isOn(place, place + 1)
        ? ('before' as const)
        : undefined,
  }));
}
