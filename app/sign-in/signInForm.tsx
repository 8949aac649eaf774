'use client';

import { useState, type FormEvent } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { Button } from '../ui/button';
import styles from './signInForm.module.css';

/** The form that trades the access token for a session. */
export function SignInForm({ returnTo }: { returnTo: string }) {
  const [token, setToken] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const refused = await signIn(token);
    setBusy(false);
    setFailure(refused);
    // A whole new page, so that nothing fetched before signing in is left over.
    if (refused === null) window.location.assign(returnTo);
  };

  return (
    <Form className={styles.form} onSubmit={(event) => void submit(event)} validationBehavior="aria">
      <h1>Sign in</h1>
      <p className={styles.why}>This library asks for its access token. Whoever started the server has it.</p>
      <TextField
        className={styles.field}
        type="password"
        autoComplete="current-password"
        value={token}
        onChange={setToken}
        isInvalid={failure !== null}
        isRequired
        autoFocus
      >
        <Label>Access token</Label>
        <Input className={styles.input} />
        <FieldError className={styles.error}>{failure}</FieldError>
      </TextField>
      <Button type="submit" kind="primary" isDisabled={token === ''} isPending={busy}>
        Sign in
      </Button>
    </Form>
  );
}

/** Null when signed in, else why not, in the server's words. */
async function signIn(token: string): Promise<string | null> {
  try {
    const response = await fetch('/api/sign-in', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
    if (response.ok) return null;
    return ((await response.json()) as { error: string }).error;
  } catch {
    return 'The server cannot be reached. Is it still running?';
  }
}
