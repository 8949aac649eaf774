'use client';

import { useRef } from 'react';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { fromShare, toShare } from '../emotionField/planeShare';
import { PlaneSquare } from '../emotionField/planeSquare';
import { CurveLine } from '../timeline/curveMarks';
import { extendPath } from './drawing';
import { formatTime } from './formatTime';
import { pathDeed } from './handleKeys';
import { KeyHandle } from './keyHandle';
import { applyDeed, movePoint, surfaceKeys } from './keyPoints';
import type { Overlay } from './overlay';
import { OverlayLine } from './overlayLine';
import { strokePath } from './pathStroke';
import styles from './pathView.module.css';
import { useHandlePointer } from './useHandlePointer';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface PathViewProps {
  editor: TrajectoryEditor;
  overlay: Overlay | null;
}

const size = 1000;

const pathOf = (points: readonly KeyPoint[]): string =>
  points
    .map((point, index) => `${index ? 'L' : 'M'}${toShare(point).x * size},${toShare(point).y * size}`)
    .join('');

/** The drawing as one path through the plane: a stroke, or a press, leads it on. */
export function PathView({ editor, overlay }: PathViewProps) {
  const surface = useRef<HTMLDivElement>(null);
  const { selected, select } = editor;
  const { drawing, durationSeconds } = editor.value;
  const pointer = useHandlePointer({
    surface,
    editor,
    onPress(place) {
      const longer = extendPath(drawing, fromShare(place));
      if (longer === drawing) return;
      editor.edit(longer);
      select(longer.length - 1);
    },
    strokeOver: (before, places) => strokePath(before, places.map(fromShare)),
    onDrag: (index, place, gesture) => movePoint(editor, index, { ...fromShare(place), ...gesture }),
  });
  return (
    <div className={styles.frame}>
      <PlaneSquare
        ref={surface}
        role="group"
        aria-label="Path through the plane"
        drawable
        {...surfaceKeys(editor)}
        {...pointer}
      >
        <svg className={styles.drawing} viewBox={`0 0 ${size} ${size}`} aria-hidden="true">
          {overlay && <OverlayLine path={pathOf(overlay.line)} />}
          <CurveLine path={pathOf(drawing)} />
        </svg>
        {drawing.length === 0 && (
          <p className={styles.hint}>
            Draw where the emotion goes, or press where it begins, then where it goes
          </p>
        )}
        {drawing.map((point, index) => (
          <KeyHandle
            key={index}
            index={index}
            name={`Key point ${index + 1} of ${drawing.length}`}
            point={point}
            time={formatTime(point.t, durationSeconds)}
            {...toShare(point)}
            value={point.valence}
            selected={selected === index}
            onSelect={() => select(index)}
            onKey={(event) => applyDeed(editor, index, { deed: pathDeed(event, point), event })}
            onSettle={editor.settle}
          />
        ))}
        {drawing.map((point, index) => (
          <span
            key={index}
            className={styles.order}
            data-left={toShare(point).x > 0.6 || undefined}
            aria-hidden="true"
            style={{ left: `${toShare(point).x * 100}%`, top: `${toShare(point).y * 100}%` }}
          >
            {index + 1} · {formatTime(point.t, durationSeconds)}
          </span>
        ))}
      </PlaneSquare>
    </div>
  );
}
