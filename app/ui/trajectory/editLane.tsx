'use client';

import { useRef, type ReactNode } from 'react';
import type { Dimension } from '@/ml/affect/dimension';
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
import { useHandlePointer } from './useHandlePointer';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface EditLaneProps {
  dimension: Dimension;
  editor: TrajectoryEditor;
  overlay: Overlay | null;
  playhead: ReactNode;
}

/** One side of the emotion over time: a press adds a key point, handles move it. */
export function EditLane({ dimension, editor, overlay, playhead }: EditLaneProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { drawing, durationSeconds } = editor.value;
  const pointer = useHandlePointer({
    surface,
    onAdd({ x, y }, gesture) {
      const t = snapTime(x);
      const emotion = { ...emotionAt(drawing, t), [dimension]: 1 - 2 * y };
      return addPoint(editor, { t, ...clampPoint(emotion), gesture });
    },
    onDrag: (index, { x, y }, gesture) =>
      movePoint(editor, index, { t: snapTime(x), [dimension]: 1 - 2 * y, gesture }),
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
          drawing={<LaneDrawing dimension={dimension} drawing={drawing} overlay={overlay} />}
        >
          {playhead}
          {drawing.length === 0 && <p className={styles.hint}>Press here to set a key point</p>}
          {drawing.map((point, index) => (
            <KeyHandle
              key={index}
              index={index}
              name={`${dimensionWords[dimension].title}, key point ${index + 1} of ${drawing.length}`}
              point={point}
              time={formatTime(point.t, durationSeconds)}
              x={point.t}
              y={(1 - point[dimension]) / 2}
              value={point[dimension]}
              selected={editor.selected === index}
              onSelect={() => editor.select(index)}
              onKey={(event) => applyDeed(editor, index, { deed: laneDeed(event, point, dimension), event })}
              onSettle={editor.settle}
            />
          ))}
        </Lane>
      </div>
    </div>
  );
}
