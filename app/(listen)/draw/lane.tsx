'use client';

import { useRef } from 'react';
import { emotionCss } from '@/app/ui/emotionColour';
import { clampAffect } from '@/app/ui/emotionPoint';
import type { dimensions } from './dimensions';
import { otherDimension } from './dimensions';
import { emotionAt, snapTime } from './drawing';
import { laneDeed } from './handleKeys';
import { KeyHandle } from './keyHandle';
import { addPoint, applyDeed, movePoint, removePoint, type KeyPoints } from './keyPoints';
import { LaneDrawing } from './laneDrawing';
import styles from './lane.module.css';
import type { Overlay } from './overlay';
import { Playhead } from './playhead';
import { formatTime } from './times';
import { useHandlePointer } from './useHandlePointer';
import type { TrajectoryMatch } from './useTrajectoryMatches';

interface LaneProps {
  dimension: (typeof dimensions)[number];
  points: KeyPoints;
  overlay: Overlay | null;
  matches: readonly TrajectoryMatch[];
}

/** One side of the emotion over time: a press adds a key point, handles move it. */
export function Lane({ dimension: { name, high, low }, points, overlay, matches }: LaneProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { drawing, durationSeconds } = points.editor.state;
  const pointer = useHandlePointer({
    surface,
    onAdd({ x, y }, gesture) {
      const t = snapTime(x);
      const other = otherDimension(name);
      const here = emotionAt(drawing, t);
      const emotion = { ...here, [other]: clampAffect(here[other]), [name]: clampAffect(1 - 2 * y) };
      return addPoint(points, { t, ...emotion, gesture });
    },
    onDrag: (index, { x, y }, gesture) =>
      movePoint(points, index, { t: snapTime(x), [name]: 1 - 2 * y, gesture }),
    onSelect: points.select,
    onSettle: points.editor.settle,
    onRemove: (index) => removePoint(points, index),
  });
  return (
    <div className={styles.lane}>
      <p className={styles.axis} aria-hidden="true">
        <span>{high} +1</span>
        <em>{name}</em>
        <span>{low} −1</span>
      </p>
      <div
        ref={surface}
        className={styles.surface}
        role="group"
        aria-label={`${name} over time`}
        {...pointer}
      >
        <div className={styles.field} style={{ backgroundImage: slice(name) }} />
        <LaneDrawing dimension={name} drawing={drawing} overlay={overlay} />
        <Playhead matches={matches} />
        {drawing.length === 0 && <p className={styles.hint}>Press here to set a key point</p>}
        {drawing.map((point, index) => (
          <KeyHandle
            key={index}
            index={index}
            name={`${name === 'valence' ? 'Valence' : 'Arousal'}, key point ${index + 1} of ${drawing.length}`}
            point={point}
            time={formatTime(point.t, durationSeconds)}
            x={point.t}
            y={(1 - point[name]) / 2}
            value={point[name]}
            selected={points.selected === index}
            onSelect={() => points.select(index)}
            onKey={(event) => applyDeed(points, index, { deed: laneDeed(event, point, name), event })}
            onSettle={points.editor.settle}
          />
        ))}
      </div>
    </div>
  );
}

/** The plane's colours along one of its axes. */
function slice(name: 'valence' | 'arousal'): string {
  const [top, bottom] =
    name === 'valence' ? [emotionCss(1, 0), emotionCss(-1, 0)] : [emotionCss(0, 1), emotionCss(0, -1)];
  return `linear-gradient(to bottom in oklab, ${top}, ${bottom})`;
}
