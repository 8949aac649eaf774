'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { dayOf } from '../dayOf';
import styles from '../people.module.css';
import { NewToken } from './newToken';

/** What tools of one's own send in place of a name and a password. */
export function Tokens() {
  const { account } = useTRPC().people;
  const queries = useQueryClient();
  const tokens = useQuery(account.tokens.queryOptions());
  const onSuccess = () => queries.invalidateQueries(account.tokens.pathFilter());
  const revoke = useMutation(account.revokeToken.mutationOptions({ onSuccess }));
  const failed = tokens.error ?? revoke.error;
  return (
    <section className={styles.section} aria-labelledby="tokens">
      <h2 id="tokens">Access tokens</h2>
      <p className={styles.about}>
        For tools of yours: they send one as <code>Authorization: Bearer TOKEN</code> and may what you may.
      </p>
      {tokens.data && tokens.data.length > 0 && (
        <ul className={styles.list} aria-label="Access tokens">
          {tokens.data.map(({ tokenId, name, role, usedAt, expiresAt }) => (
            <li key={tokenId} className={styles.row}>
              <div>
                <p className={styles.name} dir="auto">
                  {name}
                </p>
                <p className={styles.facts}>
                  {[
                    ...(role === null ? [] : [`${role} at most`]),
                    usedAt === null ? 'not used yet' : `last used ${dayOf(usedAt)}`,
                    ...(expiresAt === null ? [] : [`until ${dayOf(expiresAt)}`]),
                  ].join(' · ')}
                </p>
              </div>
              <Button size="small" kind="quiet" onPress={() => revoke.mutate({ tokenId })}>
                Revoke
              </Button>
            </li>
          ))}
        </ul>
      )}
      <NewToken />
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </section>
  );
}
