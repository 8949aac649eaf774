'use client';

import { useState } from 'react';
import { Button } from '../button';
import { TextInput } from '../field/textInput';
import { SimulatedBadge } from './badge';
import styles from './studyTitle.module.css';

interface StudyTitleProps {
  title: string;
  /** Words before it that stay. */
  lead?: string;
  /** What it is the name of, for those who hear the page. */
  label?: string;
  simulated?: boolean;
  /** Keeps another title, and calls back when it is kept. */
  onRename: (title: string, done: () => void) => void;
  isPending: boolean;
  error: { message: string } | null;
}

/** A title, and a way to change it. */
export function StudyTitle(props: StudyTitleProps) {
  const { title, lead, label = 'Title of the study', simulated, onRename, isPending, error } = props;
  const [next, setNext] = useState<string | null>(null);
  if (next === null)
    return (
      <span>
        {lead} {title} {simulated && <SimulatedBadge />}{' '}
        <span className={styles.rename}>
          <Button size="small" kind="quiet" onPress={() => setNext(title)}>
            Rename
          </Button>
        </span>
      </span>
    );
  return (
    <span className={styles.change}>
      <TextInput label={label} hideLabel value={next} onChange={setNext} width="22rem" />
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
