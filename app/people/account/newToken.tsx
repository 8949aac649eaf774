'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '@/db/schema';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { CopyText } from '@/app/ui/copyText';
import { Select } from '@/app/ui/field/select';
import { TextInput } from '@/app/ui/field/textInput';
import styles from '../people.module.css';
import { roleOptions } from '../roleNames';

const most = [{ value: 'mine', name: 'What I may' }, ...roleOptions.slice(0, 2)] as const;

/** Makes a token, which is shown once. */
export function NewToken() {
  const { account } = useTRPC().people;
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role | 'mine'>('mine');
  const make = useMutation(
    account.makeToken.mutationOptions({
      onSuccess: () => {
        setName('');
        return queries.invalidateQueries(account.tokens.pathFilter());
      },
    }),
  );
  return (
    <>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          make.mutate({ name, ...(role === 'mine' ? {} : { role }) });
        }}
      >
        <TextInput label="Name of a new token" value={name} onChange={setName} placeholder="What it is for" />
        <Select label="It may at most" value={role} options={most} onChange={setRole} />
        <Button type="submit" isDisabled={name.trim() === ''} isPending={make.isPending}>
          Make a token
        </Button>
      </form>
      {make.data && (
        <>
          <p className={styles.about}>It is shown only now: keep it where the tool finds it.</p>
          <CopyText label="New access token" text={make.data.token} />
        </>
      )}
      {make.error && (
        <p role="alert" className={styles.fault}>
          {make.error.message}
        </p>
      )}
    </>
  );
}
