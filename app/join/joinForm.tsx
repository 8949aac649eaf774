'use client';

import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import styles from '@/app/ui/entrance/entrance.module.css';
import { EntranceField } from '@/app/ui/entrance/entranceField';
import { useEntrance } from '@/app/ui/entrance/useEntrance';
import type { Invitation } from '@/server/access/invitations';

const whatRoleMay = {
  listener: 'You may search, listen, and say how music feels to you.',
  member: 'You may search, listen, bring music, and keep films and studies of your own.',
  owner: 'You may do everything, and decide who else may come in.',
};

/** Chooses name and password, or, for one of the people, a new password. */
export function JoinForm({ secret, invitation }: { secret: string; invitation: Invitation }) {
  const [name, setName] = useState(invitation.name ?? '');
  const [password, setPassword] = useState('');
  const { failure, isBusy, submit } = useEntrance('/api/join', '/');
  const isNew = invitation.name === null;
  const document = isNew ? { secret, name, password } : { secret, password };
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => void submit(event, document)}
      validationBehavior="aria"
    >
      <h1>{isNew ? 'Join' : `Choose a password, ${invitation.name}`}</h1>
      {isNew && <p className={styles.why}>{whatRoleMay[invitation.role]}</p>}
      {isNew && (
        <EntranceField label="Your name" autoComplete="username" value={name} onChange={setName} autoFocus />
      )}
      <EntranceField
        label="A password of 12 letters or more"
        autoComplete="new-password"
        value={password}
        onChange={setPassword}
        fault={failure}
        autoFocus={!isNew}
      />
      <p className={styles.why}>Four words that only you put together are easy to keep and hard to guess.</p>
      <Button type="submit" kind="primary" isDisabled={name === '' || password === ''} isPending={isBusy}>
        {isNew ? 'Join' : 'Take it'}
      </Button>
    </Form>
  );
}
