'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { TextInput } from '@/app/ui/field/textInput';
import { studyLink } from '@/app/ui/study/studyLinks';
import styles from './newStudy.module.css';

/** Names a study and goes to it, where files are brought. */
export function NewStudy() {
  const trpc = useTRPC();
  const router = useRouter();
  const [title, setTitle] = useState('');
  const create = useMutation(
    trpc.studies.create.mutationOptions({ onSuccess: ({ studyId }) => router.push(studyLink(studyId)) }),
  );
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        create.mutate({ title });
      }}
    >
      <TextInput
        label="A study of your own"
        placeholder="What it is called"
        value={title}
        onChange={setTitle}
        width="16rem"
      />
      <Button type="submit" kind="primary" isPending={create.isPending} isDisabled={title.trim() === ''}>
        Begin
      </Button>
      {create.error && (
        <p className={styles.fault} role="alert">
          {create.error.message}
        </p>
      )}
    </Form>
  );
}
