'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { Button } from './ui/button';
import { useCaller } from './ui/caller/callerContext';
import styles from './navigation.module.css';

/** Who is signed in, and the way out; nothing where nobody has to sign in. */
export function AccountLinks() {
  const caller = useCaller();
  const path = usePathname();
  if (!caller || !(caller.hasSession || caller.areNamed)) return null;
  return (
    <div className={styles.account}>
      <Link
        href="/people"
        className={styles.page}
        aria-current={path === '/people' ? 'page' : undefined}
        dir="auto"
      >
        {caller.areNamed ? caller.name : 'Account'}
      </Link>
      {caller.hasSession && (
        <Button size="small" kind="quiet" onPress={() => void signOut()}>
          Sign out
        </Button>
      )}
    </div>
  );
}

/** Ends the session on the server and loads the page anew, which the gate answers with the sign-in page. */
async function signOut(): Promise<void> {
  await fetch('/api/sign-out', { method: 'POST' });
  window.location.reload();
}
