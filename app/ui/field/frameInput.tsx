'use client';

import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import field from './field.module.css';
import styles from './frameInput.module.css';

interface FrameInputProps {
  label: string;
  hideLabel?: boolean;
  /** How the frame that it holds is written. */
  shown: string;
  /** The frame that was typed; a RangeError says why it cannot be read. */
  read: (typed: string) => number;
  /** Told the frame that was typed, on Enter or leaving. */
  onChange: (frame: number) => void;
  /** As low as what stands beside it on a crowded page. */
  isSmall?: boolean;
}

/** A frame as its time code. What cannot be one is said below; Escape leaves it as it was. */
export function FrameInput({ label, hideLabel, shown, read, onChange, isSmall }: FrameInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const leave = () => {
    setTyped(null);
    setFault(null);
  };
  const take = () => {
    if (typed === null) return;
    if (typed.trim() === '' || typed === shown) return leave();
    try {
      onChange(read(typed));
      leave();
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      setFault(error.message);
    }
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
      <span className={`${field.box} ${styles.box} ${isSmall ? styles.small : ''}`}>
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
