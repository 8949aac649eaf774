'use client';

import { Input, Label, TextField } from 'react-aria-components';
import styles from './field.module.css';

export interface TextInputProps {
  label: string;
  value: string;
  /** Told at every letter. */
  onChange: (value: string) => void;
  /** Told when the field is left, or Enter is pressed outside of a form. */
  onDone?: () => void;
  placeholder?: string;
  hideLabel?: boolean;
  width?: string;
}

/** A line of text. */
export function TextInput({ label, value, onChange, onDone, placeholder, hideLabel, width }: TextInputProps) {
  return (
    <TextField
      className={styles.field}
      value={value}
      onChange={onChange}
      onBlur={onDone}
      onKeyDown={(event) => event.key === 'Enter' && onDone?.()}
      maxLength={200}
      aria-label={hideLabel ? label : undefined}
    >
      {!hideLabel && <Label className={styles.label}>{label}</Label>}
      <span className={styles.box} style={{ width }}>
        <Input className={styles.input} placeholder={placeholder} />
      </span>
    </TextField>
  );
}
