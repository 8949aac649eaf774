'use client';

import { Input, Label, NumberField, type NumberFieldProps } from 'react-aria-components';
import styles from './field.module.css';

export interface NumberInputProps {
  label: string;
  /** NaN shows an empty field. */
  value: number;
  /** Told when the person has finished: on Enter, on leaving, or at an arrow key. NaN when emptied. */
  onChange: (value: number) => void;
  min?: number;
  max?: number;
  step?: number;
  /** Shown after the number: "s", "BPM". */
  unit?: string;
  placeholder?: string;
  format?: NumberFieldProps['formatOptions'];
  hideLabel?: boolean;
  width?: string;
}

/** A number one can type, or change by arrow keys in steps. */
export function NumberInput({
  label,
  unit,
  hideLabel,
  placeholder,
  width = '5.5rem',
  ...field
}: NumberInputProps) {
  return (
    <NumberField
      className={styles.field}
      value={field.value}
      onChange={field.onChange}
      minValue={field.min}
      maxValue={field.max}
      step={field.step}
      formatOptions={field.format}
      aria-label={hideLabel ? label : undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <span className={styles.box} style={{ width }}>
        <Input className={styles.input} placeholder={placeholder} />
        {unit && (
          <span className={styles.unit} aria-hidden="true">
            {unit}
          </span>
        )}
      </span>
    </NumberField>
  );
}
