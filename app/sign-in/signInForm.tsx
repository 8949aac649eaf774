'use client';

import { useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '../ui/button';
import styles from '../ui/entrance/entrance.module.css';
import { EntranceField } from '../ui/entrance/entranceField';
import { useEntrance } from '../ui/entrance/useEntrance';
import { Disclosure } from '../ui/field/disclosure';

interface SignInFormProps {
  returnTo: string;
  /** People sign in by name; the server's token lets its owner in beside that, where it has one. */
  areNamed: boolean;
  hasToken: boolean;
}

/** The ways to sign in that this server has. */
export function SignInForm({ returnTo, areNamed, hasToken }: SignInFormProps) {
  if (!areNamed) return <TokenForm returnTo={returnTo} isHead />;
  return (
    <>
      <NameForm returnTo={returnTo} />
      {hasToken && (
        <div className={styles.other}>
          <Disclosure title="Sign in with the server’s access token">
            <TokenForm returnTo={returnTo} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function NameForm({ returnTo }: { returnTo: string }) {
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const { failure, isBusy, submit } = useEntrance('/api/sign-in', returnTo);
  return (
    <Form
      className={styles.form}
      onSubmit={(event) => void submit(event, { name, password })}
      validationBehavior="aria"
    >
      <h1>Sign in</h1>
      <EntranceField label="Name" autoComplete="username" value={name} onChange={setName} autoFocus />
      <EntranceField
        label="Password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        fault={failure}
      />
      <Button type="submit" kind="primary" isDisabled={name === '' || password === ''} isPending={isBusy}>
        Sign in
      </Button>
    </Form>
  );
}

/** Trades the access token of the server for a session. */
function TokenForm({ returnTo, isHead }: { returnTo: string; isHead?: boolean }) {
  const [token, setToken] = useState('');
  const { failure, isBusy, submit } = useEntrance('/api/sign-in', returnTo);
  return (
    <Form
      className={isHead ? styles.form : styles.within}
      onSubmit={(event) => void submit(event, { token })}
      validationBehavior="aria"
    >
      {isHead && <h1>Sign in</h1>}
      <p className={styles.why}>
        {isHead && 'This library asks for its access token. '}Whoever started the server has it.
      </p>
      <EntranceField
        label="Access token"
        autoComplete="current-password"
        value={token}
        onChange={setToken}
        fault={failure}
        autoFocus={isHead}
      />
      <Button type="submit" kind={isHead ? 'primary' : 'plain'} isDisabled={token === ''} isPending={isBusy}>
        Sign in
      </Button>
    </Form>
  );
}
