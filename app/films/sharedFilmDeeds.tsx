'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useMay } from '@/app/ui/caller/callerContext';
import styles from './filmDeeds.module.css';
import type { FilmSummary } from './filmSummary';
import { useKeepFilm } from './useKeepFilm';

/** What can be done with a film that another shares: it stays as it is. */
export function SharedFilmDeeds({ film: { projectId, name } }: { film: FilmSummary }) {
  const { projects } = useTRPC().film;
  const queries = useQueryClient();
  const isMember = useMay('member');
  const copy = useMutation(
    projects.duplicate.mutationOptions({
      onSuccess: () => queries.invalidateQueries(projects.list.pathFilter()),
    }),
  );
  const download = useKeepFilm(projectId);
  const failed = copy.error ?? download.error;
  return (
    <div className={styles.deeds} role="group" aria-label={name}>
      {isMember && (
        <Button
          size="small"
          kind="quiet"
          isPending={copy.isPending}
          onPress={() => copy.mutate({ projectId })}
        >
          Take a copy
        </Button>
      )}
      <Button size="small" kind="quiet" isPending={download.isPending} onPress={() => download.mutate()}>
        Keep as a file
      </Button>
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </div>
  );
}
