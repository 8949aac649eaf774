'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { ErrorState, LoadingState } from '@/app/ui/message/message';
import { Invitations } from './invitations';
import { PersonRow } from './personRow';
import styles from './people.module.css';

/** Who there is, and the links by which more come. */
export function PeopleList() {
  const people = useQuery(useTRPC().people.list.queryOptions());
  return (
    <section className={styles.section} aria-labelledby="people">
      <h2 id="people">People</h2>
      {people.error ? (
        <ErrorState
          title="The people could not be read"
          error={people.error}
          onRetry={() => void people.refetch()}
        />
      ) : !people.data ? (
        <LoadingState>Reading the people</LoadingState>
      ) : (
        <ul className={styles.list} aria-label="People">
          {people.data.map((person) => (
            <PersonRow key={person.personId} person={person} />
          ))}
        </ul>
      )}
      <Invitations />
    </section>
  );
}
