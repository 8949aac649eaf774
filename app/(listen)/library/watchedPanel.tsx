'use client';

import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { FieldError, Form, Input, Label, TextField } from 'react-aria-components';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Disclosure } from '@/app/ui/field/disclosure';
import field from '@/app/ui/field/field.module.css';
import panel from './panel.module.css';
import { ReadTagsAgain } from './readTagsAgain';
import { useRefreshCatalogue } from './useRefreshCatalogue';
import styles from './watchedPanel.module.css';

/** Folders on the server that are looked through at start, every five minutes and on request. */
export function WatchedPanel() {
  const trpc = useTRPC();
  const { data: folders = [] } = useQuery(trpc.catalogue.watched.queryOptions());
  const onSuccess = useRefreshCatalogue();
  const unwatch = useMutation(trpc.catalogue.unwatch.mutationOptions({ onSuccess }));
  const rescan = useMutation(trpc.catalogue.rescan.mutationOptions({ onSuccess }));
  return (
    <Disclosure title="Watch a folder on the server">
      <div className={styles.panel}>
        <p className={styles.why}>
          New and changed files in it are found by themselves. The files stay where they are.
        </p>
        <ul className={styles.list}>
          {folders.map(({ path, scannedAt, failure }) => (
            <li key={path} className={styles.folder}>
              <div className={panel.text}>
                <p className={styles.path}>{path}</p>
                <p className={failure ? panel.failure : styles.seen}>{failure ?? seenText(scannedAt)}</p>
              </div>
              <Button size="small" isPending={rescan.isPending} onPress={() => rescan.mutate({ path })}>
                Look now
              </Button>
              <ReadTagsAgain path={path} />
              <Button size="small" kind="quiet" onPress={() => unwatch.mutate({ path })}>
                Stop watching
              </Button>
            </li>
          ))}
        </ul>
        <WatchForm />
        <div>
          <ReadTagsAgain />
        </div>
      </div>
    </Disclosure>
  );
}

const seenText = (scannedAt: string | null) =>
  scannedAt ? `last looked through ${new Date(scannedAt).toLocaleString('en-GB')}` : 'not looked through yet';

function WatchForm() {
  const trpc = useTRPC();
  const [path, setPath] = useState('');
  const refresh = useRefreshCatalogue();
  const watch = useMutation(
    trpc.catalogue.watch.mutationOptions({
      onSuccess: () => {
        setPath('');
        return refresh();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    watch.mutate({ path });
  };
  return (
    <Form onSubmit={submit} className={styles.form} validationBehavior="aria">
      <TextField value={path} onChange={setPath} isInvalid={watch.isError} className={field.field}>
        <Label className={field.label}>Folder, as the server sees it</Label>
        <span className={field.box}>
          <Input className={field.input} placeholder="/home/me/Music" />
        </span>
        <FieldError className={panel.failure}>{watch.error?.message}</FieldError>
      </TextField>
      <div className={styles.submit}>
        <Button type="submit" isDisabled={path === ''} isPending={watch.isPending}>
          Watch
        </Button>
      </div>
    </Form>
  );
}
