'use client';

import { useSyncExternalStore } from 'react';
import { Button } from '../button';
import styles from './lostServerNotice.module.css';
import { serverReach } from './serverReach';

const notLost = () => false;

/** Says on every page that the server does not answer, for as long as it does not. */
export function LostServerNotice() {
  const isLost = useSyncExternalStore(serverReach.subscribe, serverReach.isLost, notLost);
  return (
    <div role="alert" className={styles.place}>
      {isLost && (
        <div className={styles.notice}>
          <p>
            <strong>The server does not answer.</strong> It may have stopped, or the network is down. What is
            here stays; I try again by myself.
          </p>
          <Button size="small" onPress={serverReach.tryNow}>
            Try now
          </Button>
        </div>
      )}
    </div>
  );
}
