'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { useMay } from '@/app/ui/caller/callerContext';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { BringProject } from './bringProject';
import { FilmList } from './filmList';
import styles from '@/app/ui/listPage.module.css';
import { NewFilm } from './newFilm';

/** The films one works on, and the ways to begin with another. */
export function FilmsPage() {
  const films = useQuery(useTRPC().film.projects.list.queryOptions());
  const isMember = useMay('member');
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <div>
          <h1>Films</h1>
          <p className={styles.about}>
            Draw how a film’s emotion should move, and find the stretch of your own music that moves the same
            way. The film stays on this machine; projects are seen by nobody but you, unless you share them.
          </p>
        </div>
        {isMember && <BringProject />}
      </header>
      {isMember && <NewFilm withExample={films.data?.length === 0} />}
      {films.error ? (
        <ErrorState
          title="The films could not be read"
          error={films.error}
          onRetry={() => void films.refetch()}
        />
      ) : !films.data ? (
        <LoadingState>Reading the films</LoadingState>
      ) : films.data.length > 0 ? (
        <FilmList films={films.data} />
      ) : (
        <EmptyState title="No film yet">
          <p>
            Open a film above: I read its rate, length and start time code, and find its cuts. You draw the
            curve, set the cues, and listen to music that fits them against the picture; what you choose goes
            to your editing program as a timeline with its sound. With no film at hand, try the example.
          </p>
        </EmptyState>
      )}
    </div>
  );
}
