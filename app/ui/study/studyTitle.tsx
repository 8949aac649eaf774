'use client';

import { useState } from 'react';
import { Button } from '../button';
import { TextInput } from '../field/textInput';
import { SimulatedBadge } from './badge';
import styles from './studyTitle.module.css';

interface StudyTitleProps {
  title: string;
  simulated: boolean;
  /** Keeps another title, and calls back when it is kept. */
  onRename: (title: string, done: () => void) => void;
  isPending: boolean;
  error: { message: string } | null;
}

/** The title, and a way to change it. */
export function StudyTitle({ title, simulated, onRename, isPending, error }: StudyTitleProps) {
  const [next, setNext] = useState<string | null>(null);
  if (next === null)
    return (
      <span>
        {title} {simulated && <SimulatedBadge />}{' '}
        <span className={styles.rename}>
          <Button size="small" kind="quiet" onPress={() => setNext(title)}>
            Rename
          </Button>
        </span>
      </span>
    );
  return (
    <span className={styles.change}>
      <TextInput label="Title of the study" hideLabel value={next} onChange={setNext} width="22rem" />
      <Button
        isPending={isPending}
        isDisabled={next.trim() === ''}
        onPress={() => onRename(next, () => setNext(null))}
      >
        Keep
      </Button>
      <Button kind="quiet" onPress={() => setNext(null)}>
        Cancel
      </Button>
      {error && (
        <span className={styles.fault} role="alert">
          {error.message}
        </span>
      )}
    </span>
  );
}
