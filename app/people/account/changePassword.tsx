'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { EntranceField } from '@/app/ui/entrance/entranceField';
import styles from '../people.module.css';

/** A new password for oneself, which needs the one so far. */
export function ChangePassword() {
  const { account } = useTRPC().people;
  const queries = useQueryClient();
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const change = useMutation(
    account.changePassword.mutationOptions({
      onSuccess: () => {
        setCurrent('');
        setNext('');
        return queries.invalidateQueries(account.pathFilter());
      },
    }),
  );
  return (
    <section className={styles.section} aria-labelledby="password">
      <h2 id="password">Password</h2>
      <p className={styles.about}>A new one ends your other sessions and your access tokens.</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ current, next });
        }}
      >
        <EntranceField
          label="Password so far"
          autoComplete="current-password"
          value={current}
          onChange={setCurrent}
        />
        <EntranceField
          label="New one, 12 letters or more"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
        />
        <Button type="submit" isDisabled={current === '' || next === ''} isPending={change.isPending}>
          Change it
        </Button>
      </form>
      <p role={change.error ? 'alert' : 'status'} className={change.error ? styles.fault : styles.about}>
        {change.error?.message ??
          (change.isSuccess ? 'It is changed; your other sessions and your access tokens have ended.' : '')}
      </p>
    </section>
  );
}
