'use client';

import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { EntranceField } from '@/app/ui/entrance/entranceField';
import styles from './people.module.css';

/** The step from one to several: the owner's own name and password. */
export function NameOwner() {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const nameOwner = useMutation(
    useTRPC().people.nameOwner.mutationOptions({
      // From then on everybody signs in, whoever did this first of all.
      onSuccess: () => window.location.reload(),
    }),
  );
  return (
    <section className={styles.section} aria-labelledby="name-yourself">
      <h2 id="name-yourself">Name yourself first</h2>
      <p className={styles.about}>
        Once you have a name and a password, everybody signs in by theirs, also on this machine; you can then
        invite others. What is here so far stays yours.
      </p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          nameOwner.mutate({ name, password });
        }}
      >
        <EntranceField label="Your name" autoComplete="username" value={name} onChange={setName} />
        <EntranceField
          label="A password of 12 letters or more"
          autoComplete="new-password"
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" isDisabled={name === '' || password === ''} isPending={nameOwner.isPending}>
          Have everybody sign in
        </Button>
      </form>
      {nameOwner.error && (
        <p role="alert" className={styles.fault}>
          {nameOwner.error.message}
        </p>
      )}
    </section>
  );
}
