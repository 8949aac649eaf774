'use client';

import { useCaller } from '@/app/ui/caller/callerContext';
import page from '@/app/ui/listPage.module.css';
import { Account } from './account/account';
import { NameOwner } from './nameOwner';
import styles from './people.module.css';
import { PeopleList } from './peopleList';

const whatRoleMay = {
  listener: 'a listener: you search, listen, and say for yourself how music feels',
  member: 'a member: you also bring music, and keep films and studies of your own',
  owner: 'an owner: you may do everything, and decide who else may come in',
};

/** One's own account, and for an owner who else there is. */
export function PeoplePage() {
  const caller = useCaller();
  if (!caller) return null;
  const { areNamed, role, name } = caller;
  return (
    <div className={`${page.page} ${styles.page}`}>
      <header className={page.head}>
        <div>
          <h1>{areNamed ? name : 'People'}</h1>
          <p className={page.about}>
            {areNamed
              ? `You are ${whatRoleMay[role]}. Nobody else sees your corrections, nor your films and studies unless you share them.`
              : 'So far whoever gets in here is the owner. With names and passwords, several use one library, and each keeps films, studies and corrections of their own.'}
          </p>
        </div>
      </header>
      {!areNamed && role === 'owner' && <NameOwner />}
      {areNamed && role === 'owner' && <PeopleList />}
      <Account />
    </div>
  );
}
