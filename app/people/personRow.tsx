'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTRPC, type Answers } from '@/app/trpc';
import { Button } from '@/app/ui/button';
import { useCaller } from '@/app/ui/caller/callerContext';
import { Select } from '@/app/ui/field/select';
import { formatCount } from '@/app/ui/format';
import { dayOf } from './dayOf';
import { FreshLink } from './freshLink';
import styles from './people.module.css';
import { RemovePerson } from './removePerson';
import { roleOptions } from './roleNames';

type Person = Answers['people']['list'][number];

/** One of the people, and what an owner does about them. */
export function PersonRow({ person }: { person: Person }) {
  const { people } = useTRPC();
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries(people.pathFilter());
  const setRole = useMutation(people.setRole.mutationOptions({ onSuccess }));
  const signOut = useMutation(people.endSessions.mutationOptions({ onSuccess }));
  const invite = useMutation(people.invite.mutationOptions({ onSuccess }));
  const { personId, name, role } = person;
  const isFirst = personId === 1;
  const isOneself = personId === useCaller()?.personId;
  const failed = setRole.error ?? signOut.error ?? invite.error;
  return (
    <li className={styles.row}>
      <div>
        <p className={styles.name} dir="auto">
          {name}
        </p>
        <p className={styles.facts}>{factsOf(person).join(' · ')}</p>
      </div>
      {!(isFirst && isOneself) && (
        <div className={styles.deeds} role="group" aria-label={name}>
          {!isFirst && (
            <Select
              hideLabel
              label={`Role of ${name}`}
              value={role}
              options={roleOptions}
              onChange={(next) => setRole.mutate({ personId, role: next })}
            />
          )}
          {!isOneself && (
            <>
              <Button
                size="small"
                kind="quiet"
                isPending={invite.isPending}
                onPress={() => invite.mutate({ personId })}
              >
                New password
              </Button>
              <Button
                size="small"
                kind="quiet"
                isPending={signOut.isPending}
                isDisabled={person.sessions === 0}
                onPress={() => signOut.mutate({ personId })}
              >
                Sign out
              </Button>
            </>
          )}
          {!isFirst && !isOneself && <RemovePerson personId={personId} name={name} />}
        </div>
      )}
      {invite.data && <FreshLink secret={invite.data.secret} label={`Link for ${name} to a new password`} />}
      {failed && (
        <p role="alert" className={styles.fault}>
          {failed.message}
        </p>
      )}
    </li>
  );
}

function factsOf({ personId, role, hasPassword, sessions, seenAt }: Person): string[] {
  return [
    ...(personId === 1 ? [role] : []),
    hasPassword ? formatCount(sessions, 'session') : 'has not come yet',
    ...(seenAt === null ? [] : [`last seen ${dayOf(seenAt)}`]),
  ];
}
