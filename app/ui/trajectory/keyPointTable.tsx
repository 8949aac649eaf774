'use client';

import type { ReactNode } from 'react';
import { dimensions } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { Button, IconButton } from '../button';
import { dimensionWords } from '../dimensionWords';
import { AffectInput } from '../field/affectInput';
import { NumberInput } from '../field/numberInput';
import { Pages, usePages } from '../pages';
import { nextKeyPoint, plainGrain } from './drawing';
import { addPoint, movePoint, removePoint } from './keyPoints';
import styles from './keyPointTable.module.css';
import type { TrajectoryEditor } from './useTrajectoryEditor';

interface KeyPointTableProps {
  editor: TrajectoryEditor;
  /** For times that are not told as seconds: the heading, and a field for one. */
  time?: { title: string; field: (field: TimeField) => ReactNode };
}

interface TimeField {
  label: string;
  /** A part of the whole time. */
  t: number;
  onChange: (t: number) => void;
}

/** The same drawing as numbers: every key point can be typed, added and removed without any pointing. */
export function KeyPointTable({ editor, time }: KeyPointTableProps) {
  const { drawing, durationSeconds } = editor.value;
  const paging = usePages(drawing.length);
  const { most } = editor.grain ?? plainGrain;
  const { title, field } = time ?? plainTime(durationSeconds);
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{title}</th>
            <th scope="col">Valence</th>
            <th scope="col">Arousal</th>
            <th scope="col">
              <span className="heard">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drawing.slice(paging.first, paging.last).map((point, row) => (
            <KeyPointRow key={row} {...{ editor, point, field }} index={paging.first + row} />
          ))}
        </tbody>
      </table>
      <Pages paging={paging} />
      <Button onPress={() => addPoint(editor, nextKeyPoint(drawing))} isDisabled={drawing.length >= most}>
        Add a key point
      </Button>
    </div>
  );
}

interface KeyPointRowProps {
  editor: TrajectoryEditor;
  index: number;
  point: KeyPoint;
  field: (field: TimeField) => ReactNode;
}

function KeyPointRow({ editor, index, point, field }: KeyPointRowProps) {
  const set = (change: Partial<KeyPoint>) => {
    if (Object.values(change).every(Number.isFinite)) movePoint(editor, index, change);
  };
  return (
    <tr data-selected={editor.selected === index || undefined} onFocus={() => editor.select(index)}>
      <th scope="row">{index + 1}</th>
      <td>{field({ label: `Time of key point ${index + 1}`, t: point.t, onChange: (t) => set({ t }) })}</td>
      {dimensions.map((dimension) => (
        <td key={dimension}>
          <AffectInput
            label={`${dimensionWords[dimension].title} of key point ${index + 1}`}
            hideLabel
            width="5rem"
            value={point[dimension]}
            onChange={(value) => set({ [dimension]: value })}
          />
        </td>
      ))}
      <td>
        <IconButton
          icon="close"
          size="small"
          aria-label={`Remove key point ${index + 1}`}
          onPress={() => removePoint(editor, index)}
        />
      </td>
    </tr>
  );
}

/** Times as seconds, or as parts of the whole in per cent. */
function plainTime(durationSeconds: number | null): NonNullable<KeyPointTableProps['time']> {
  const whole = durationSeconds ?? 100;
  return {
    title: `Time, ${durationSeconds === null ? '%' : 's'}`,
    field: ({ label, t, onChange }) => (
      <NumberInput
        label={label}
        hideLabel
        width="5rem"
        value={Math.round(t * whole * 100) / 100}
        min={0}
        max={whole}
        format={{ maximumFractionDigits: 2 }}
        onChange={(value) => onChange(value / whole)}
      />
    ),
  };
}
