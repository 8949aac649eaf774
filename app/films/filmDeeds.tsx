'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { ShareButton } from '@/app/ui/caller/shareButton';
import { ConfirmButton } from '@/app/ui/confirm/confirmButton';
import { TextInput } from '@/app/ui/field/textInput';
import styles from './filmDeeds.module.css';
import type { FilmSummary } from './filmSummary';
import { useKeepFilm } from './useKeepFilm';

/** What can be done with a project without opening it. */
export function FilmDeeds({ film: { projectId, name, shared } }: { film: FilmSummary }) {
  const { projects } = useTRPC().film;
  const queries = useQueryClient();
  const [isRenaming, setRenaming] = useState(false);
  const [wasRenaming, setWasRenaming] = useState(false);
  const listAnew = () => queries.invalidateQueries(projects.list.pathFilter());
  const rename = useMutation(projects.rename.mutationOptions({ onSuccess: listAnew }));
  const duplicate = useMutation(projects.duplicate.mutationOptions({ onSuccess: listAnew }));
  const share = useMutation(projects.share.mutationOptions({ onSuccess: listAnew }));
  const remove = useMutation(projects.remove.mutationOptions());
  const download = useKeepFilm(projectId);
  const failed = rename.error ?? duplicate.error ?? download.error ?? share.error;
  if (isRenaming) {
    return (
      <Rename
        name={name}
        onDone={(next) => {
          setRenaming(false);
          setWasRenaming(true);
          if (next !== null && next !== name) rename.mutate({ projectId, name: next });
        }}
      />
    );
  }
  return (
    <div className={styles.deeds} role="group" aria-label={name}>
      <Button
        size="small"
        kind="quiet"
        // Whoever has renamed it by keys goes on from here.
        autoFocus={wasRenaming}
        isPending={rename.isPending}
        onPress={() => setRenaming(true)}
      >
        Rename
      </Button>
      <Button
        size="small"
        kind="quiet"
        isPending={duplicate.isPending}
        onPress={() => duplicate.mutate({ projectId })}
      >
        Duplicate
      </Button>
      <Button size="small" kind="quiet" isPending={download.isPending} onPress={() => download.mutate()}>
        Keep as a file
      </Button>
      <ShareButton
        kind="quiet"
        shared={shared}
        isPending={share.isPending}
        onShare={(next) => share.mutate({ projectId, shared: next })}
      />
      <ConfirmButton
        quiet
        label="Delete"
        deed="Delete it"
        title={`Delete “${name}”?`}
        error={remove.error}
        isPending={remove.isPending}
        onConfirm={(close) => remove.mutate({ projectId }, { onSuccess: () => void listAnew().then(close) })}
      >
        Its curve, markers and cues go for good. The film’s file and your music stay where they are.
      </ConfirmButton>
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </div>
  );
}

function Rename({ name, onDone }: { name: string; onDone: (name: string | null) => void }) {
  const [typed, setTyped] = useState(name);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.select(), []);
  return (
    <form
      ref={form}
      className={styles.deeds}
      onKeyDown={(event) => event.key === 'Escape' && onDone(null)}
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') onDone(typed.trim());
      }}
    >
      <TextInput
        hideLabel
        label={`A new name for “${name}”`}
        value={typed}
        onChange={setTyped}
        width="14rem"
      />
      <Button size="small" type="submit" isDisabled={typed.trim() === ''}>
        Rename
      </Button>
      <Button size="small" kind="quiet" onPress={() => onDone(null)}>
        Leave it
      </Button>
    </form>
  );
}
