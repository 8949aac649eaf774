'use client';

import { FieldError, Input, Label, TextField } from 'react-aria-components';
import styles from './entrance.module.css';

export interface EntranceFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  autoComplete: 'username' | 'current-password' | 'new-password';
  /** Why what was given is not taken. */
  fault?: string | null;
  autoFocus?: boolean;
}

/** What one comes in by: a name that is read, or a secret that is not. */
export function EntranceField({
  label,
  value,
  onChange,
  autoComplete,
  fault,
  autoFocus,
}: EntranceFieldProps) {
  return (
    <TextField
      className={styles.field}
      type={autoComplete === 'username' ? 'text' : 'password'}
      autoComplete={autoComplete}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(fault)}
      isRequired
      autoFocus={autoFocus}
    >
      <Label>{label}</Label>
      <Input className={styles.input} />
      <FieldError className={styles.error}>{fault}</FieldError>
    </TextField>
  );
}
