'use client';

import { useState } from 'react';
import { frameOf, timeCodeOf, type FrameCount } from '@/ml/timeCode/timeCode';
import { TextInput } from './textInput';
import styles from './timeCodeInput.module.css';

interface TimeCodeInputProps {
  label: string;
  /** Frames from 00:00:00:00. */
  value: number;
  count: FrameCount;
  /** Told when the person has finished, if it is a time code then. */
  onChange: (frames: number) => void;
}

/** Frames as the time code that stands for them; what is none is refused where it is typed. */
export function TimeCodeInput({ label, value, count, onChange }: TimeCodeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const fault = typed === null ? null : faultOf(typed, count);
  const finish = () => {
    if (typed === null || fault) return;
    const frames = frameOf(typed, count);
    setTyped(null);
    if (frames !== value) onChange(frames);
  };
  return (
    <span className={styles.input}>
      <TextInput
        label={label}
        width="8rem"
        value={typed ?? timeCodeOf(value, count)}
        onChange={setTyped}
        onDone={finish}
      />
      {fault && (
        <span className={styles.fault} role="alert">
          {fault}
        </span>
      )}
    </span>
  );
}

function faultOf(text: string, count: FrameCount): string | null {
  try {
    frameOf(text, count);
    return null;
  } catch (error) {
    if (error instanceof RangeError) return 'hh:mm:ss:ff, a label of this rate';
    throw error;
  }
}
