'use client';

import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../button';
import { TextInput } from '../field/textInput';
import styles from './newStudy.module.css';

interface NewStudyProps {
  onCreate: (title: string) => void;
  isPending: boolean;
  error: { message: string } | null;
}

/** Names a study and has it begun. */
export function NewStudy({ onCreate, isPending, error }: NewStudyProps) {
  const [title, setTitle] = useState('');
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        onCreate(title);
      }}
    >
      <TextInput
        label="A study of your own"
        placeholder="What it is called"
        value={title}
        onChange={setTitle}
        width="16rem"
      />
      <Button type="submit" kind="primary" isPending={isPending} isDisabled={title.trim() === ''}>
        Begin
      </Button>
      {error && (
        <p className={styles.fault} role="alert">
          {error.message}
        </p>
      )}
    </Form>
  );
}
