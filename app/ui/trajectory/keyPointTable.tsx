'use client';

import { dimensions } from '@/ml/affect/dimension';
import type { KeyPoint } from '@/ml/affect/keyPoint';
import { Button, IconButton } from '../button';
import { clampPoint } from '../clampAffect';
import { dimensionWords } from '../dimensionWords';
import { AffectInput } from '../field/affectInput';
import { NumberInput } from '../field/numberInput';
import { emotionAt, maxKeyPoints } from './drawing';
import { addPoint, movePoint, removePoint } from './keyPoints';
import styles from './keyPointTable.module.css';
import type { TrajectoryEditor } from './useTrajectoryEditor';

/** The same drawing as numbers: every key point can be typed, added and removed without any pointing. */
export function KeyPointTable({ editor }: { editor: TrajectoryEditor }) {
  const { drawing, durationSeconds } = editor.value;
  const whole = durationSeconds ?? 100;
  const unit = durationSeconds === null ? '%' : 's';
  const set = (index: number, change: Partial<KeyPoint>) => {
    if (Object.values(change).every(Number.isFinite)) movePoint(editor, index, change);
  };
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">Time, {unit}</th>
            <th scope="col">Valence</th>
            <th scope="col">Arousal</th>
            <th scope="col">
              <span className="heard">Remove</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drawing.map((point, index) => (
            <tr
              key={index}
              data-selected={editor.selected === index || undefined}
              onFocus={() => editor.select(index)}
            >
              <th scope="row">{index + 1}</th>
              <td>
                <NumberInput
                  label={`Time of key point ${index + 1}`}
                  hideLabel
                  width="5rem"
                  value={Math.round(point.t * whole * 100) / 100}
                  min={0}
                  max={whole}
                  format={{ maximumFractionDigits: 2 }}
                  onChange={(time) => set(index, { t: time / whole })}
                />
              </td>
              {dimensions.map((dimension) => (
                <td key={dimension}>
                  <AffectInput
                    label={`${dimensionWords[dimension].title} of key point ${index + 1}`}
                    hideLabel
                    width="5rem"
                    value={point[dimension]}
                    onChange={(value) => set(index, { [dimension]: value })}
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
          ))}
        </tbody>
      </table>
      <Button
        onPress={() => addPoint(editor, nextPoint(drawing))}
        isDisabled={drawing.length >= maxKeyPoints}
      >
        Add a key point
      </Button>
    </div>
  );
}

/** A further key point where there is most room for it: at the end, at the start, or in the widest gap. */
function nextPoint(drawing: readonly KeyPoint[]): KeyPoint {
  const last = drawing[drawing.length - 1];
  if (!last) return { t: 0, valence: 0, arousal: 0 };
  if (last.t < 1) return { ...last, t: 1 };
  const times = [0, ...drawing.map((point) => point.t)];
  const widths = times.slice(1).map((time, index) => time - times[index]);
  const widest = widths.indexOf(Math.max(...widths));
  const t = drawing[0].t > 0 && widest === 0 ? 0 : (times[widest] + times[widest + 1]) / 2;
  return { t, ...clampPoint(emotionAt(drawing, t)) };
}
