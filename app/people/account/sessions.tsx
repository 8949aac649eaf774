'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { dayOf } from '../dayOf';
import styles from '../people.module.css';

/** Where one is signed in, and the ways to end that. */
export function Sessions() {
  const { account } = useTRPC().people;
  const queries = useQueryClient();
  const sessions = useQuery(account.sessions.queryOptions());
  const onSuccess = () => queries.invalidateQueries(account.sessions.pathFilter());
  const end = useMutation(account.endSession.mutationOptions({ onSuccess }));
  const endOthers = useMutation(account.endOtherSessions.mutationOptions({ onSuccess }));
  const failed = sessions.error ?? end.error ?? endOthers.error;
  const all = sessions.data ?? [];
  return (
    <section className={styles.section} aria-labelledby="sessions">
      <h2 id="sessions">Where you are signed in</h2>
      <ul className={styles.list} aria-label="Sessions">
        {all.map(({ sessionId, browser, address, madeAt, seenAt, current }) => (
          <li key={sessionId} className={styles.row}>
            <div>
              <p className={styles.name}>
                {browser}
                {current && ', here'}
              </p>
              <p className={styles.facts}>
                from {address}, since {dayOf(madeAt)}, last used {dayOf(seenAt)}
              </p>
            </div>
            {!current && (
              <Button size="small" kind="quiet" onPress={() => end.mutate({ sessionId })}>
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {all.length > 1 && (
        <div>
          <Button size="small" isPending={endOthers.isPending} onPress={() => endOthers.mutate()}>
            End all others
          </Button>
        </div>
      )}
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </section>
  );
}
