'use client';

import { Label, Slider } from 'react-aria-components';
import { NumberInput } from '../field/numberInput';
import { ThumbTrack } from '../field/thumbTrack';
import styles from './thresholdControl.module.css';

export interface ThresholdControlProps {
  /** "Colour from": what the number means. */
  label?: string;
  /** The least size that is coloured. */
  value: number;
  onChange: (value: number) => void;
  /** The end of the scale. */
  limit: number;
  /** The family-wise threshold or another that a test gave; a press sets it. */
  suggested?: { value: number; name: string } | null;
}

const steps = 100;

/** The floor of a map, by hand or by number: what is smaller is not coloured, on the bar either. */
export function ThresholdControl(props: ThresholdControlProps) {
  const { label = 'Colour from', value, onChange, limit, suggested = null } = props;
  const format = { maximumSignificantDigits: 3 };
  const set = (next: number) => onChange(Number.isFinite(next) ? Math.min(limit, Math.max(0, next)) : 0);
  return (
    <div className={styles.control}>
      <Slider
        className={styles.slider}
        value={Math.min(value, limit)}
        onChange={(next) => set(Number(next.toPrecision(3)))}
        minValue={0}
        maxValue={limit}
        step={limit / steps}
        formatOptions={format}
      >
        <Label className={styles.label}>{label}</Label>
        <ThumbTrack className={styles.track} />
      </Slider>
      <NumberInput
        label={`${label}, as a number`}
        hideLabel
        value={value}
        onChange={set}
        min={0}
        max={limit}
        format={format}
      />
      {suggested && (
        <button type="button" className={styles.suggestion} onClick={() => set(suggested.value)}>
          {suggested.name}
        </button>
      )}
    </div>
  );
}
