'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Role } from '@/db/schema';
import { useTRPC } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { Choice } from '@/app/ui/field/choice';
import { dayOf } from './dayOf';
import { FreshLink } from './freshLink';
import styles from './people.module.css';
import { roleOptions } from './roleNames';

/** Invites somebody by a link, and lists the links that are open. */
export function Invitations() {
  const { people } = useTRPC();
  const queries = useQueryClient();
  const [role, setRole] = useState<Role>('member');
  const onSuccess = () => queries.invalidateQueries(people.invitations.pathFilter());
  const invite = useMutation(people.invite.mutationOptions({ onSuccess }));
  const withdraw = useMutation(people.withdraw.mutationOptions({ onSuccess }));
  const open = useQuery(people.invitations.queryOptions());
  const failed = invite.error ?? withdraw.error ?? open.error;
  return (
    <>
      <div className={styles.form}>
        <Choice label="Invite a" value={role} options={roleOptions} onChange={setRole} />
        <Button isPending={invite.isPending} onPress={() => invite.mutate({ role })}>
          Make a link
        </Button>
      </div>
      {invite.data && <FreshLink secret={invite.data.secret} label="Link of the invitation" />}
      {open.data && open.data.length > 0 && (
        <ul className={styles.list} aria-label="Open invitations">
          {open.data.map(({ invitationId, name, role: invited, expiresAt }) => (
            <li key={invitationId} className={styles.row}>
              <p className={styles.facts}>
                {name === null ? `A ${invited}` : `A link to choose a password for ${name}`}, until{' '}
                {dayOf(expiresAt)}
              </p>
              <Button
                size="small"
                kind="quiet"
                isPending={withdraw.isPending}
                onPress={() => withdraw.mutate({ invitationId })}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </>
  );
}
