'use client';

import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import field from '@/app/ui/field/field.module.css';
import { codeOf, typedFrame, type FilmTime } from './filmTime';
import styles from './timeCodeField.module.css';

interface TimeCodeFieldProps {
  label: string;
  film: FilmTime;
  /** The frame it shows; frames on and back (+12) count from there. */
  frame: number;
  /** Told the frame that was typed, on Enter or leaving. */
  onChange: (frame: number) => void;
  hideLabel?: boolean;
}

/** A place in the film as a time code, or by frames on and back. What cannot be one is said below. */
export function TimeCodeField({ label, film, frame, onChange, hideLabel }: TimeCodeFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const shown = codeOf(film, frame);
  const take = () => {
    if (typed === null) return;
    if (typed.trim() === '' || typed === shown) return leave();
    try {
      onChange(typedFrame(typed, film, frame));
      leave();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setFault(error.message);
    }
  };
  const leave = () => {
    setTyped(null);
    setFault(null);
  };
  return (
    <TextField
      className={`${field.field} ${styles.field}`}
      value={typed ?? shown}
      onChange={setTyped}
      isInvalid={fault !== null}
      aria-label={hideLabel ? label : undefined}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take();
        if (event.key === 'Escape') leave();
      }}
    >
      {!hideLabel && <Label className={field.label}>{label}</Label>}
      <span className={`${field.box} ${styles.box}`}>
        <Input className={field.input} spellCheck={false} />
      </span>
      {fault && (
        <p className={styles.fault} role="alert">
          {fault}
        </p>
      )}
    </TextField>
  );
}
