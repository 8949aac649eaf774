'use client';

import { useState } from 'react';
import { TextInput } from '@/app/ui/field/textInput';
import type { FilmProject } from '../project/filmBench';
import { filmTimeCode, frameOfTimeCode } from '../project/filmTimeCode';
import styles from './timeCodeInput.module.css';

interface TimeCodeInputProps {
  label: string;
  film: FilmProject['film'];
  /** Counted from the film's first. */
  frame: number;
  onChange: (frame: number) => void;
}

/** A frame of the film as the time code that it has; what is none is refused where it is typed. */
export function TimeCodeInput({ label, film, frame, onChange }: TimeCodeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && frameOfTimeCode(film, typed) === null;
  const done = () => {
    const entered = typed === null ? null : frameOfTimeCode(film, typed);
    if (entered === null && typed !== null) return;
    setTyped(null);
    if (entered !== null && entered !== frame) onChange(entered);
  };
  return (
    <span className={styles.input}>
      <TextInput
        label={label}
        width="8rem"
        value={typed ?? filmTimeCode(film, frame)}
        onChange={setTyped}
        onDone={done}
      />
      {isWrong && (
        <span className={styles.wrong} role="alert">
          hh:mm:ss:ff, a label of this rate
        </span>
      )}
    </span>
  );
}
