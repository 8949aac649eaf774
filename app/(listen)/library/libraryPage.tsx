'use client';

import Link from 'next/link';
import { useRef, useState, type CSSProperties } from 'react';
import { useCaller, useMay } from '@/app/ui/caller/callerContext';
import type { ChangeKind } from '@/app/ui/changeKind';
import { formatCount } from '@/app/ui/format';
import { useElementHeight } from '@/app/ui/useElementWidth';
import { useUrlState } from '@/app/ui/url/useUrlState';
import styles from './libraryPage.module.css';
import { libraryUrl, type LibraryState } from './libraryUrl';
import { ProblemsPanel } from './problemsPanel';
import { QueuePanel } from './queuePanel';
import { RemoveButton } from './removeButton';
import { TableTools } from './tableTools';
import { TrackTable } from './trackTable';
import { UploadPanel } from './uploadPanel';
import { useQueue } from './useQueue';
import { WatchedPanel } from './watchedPanel';

const none: ReadonlySet<number> = new Set();

/** The library: bring music in, see what became of it, find and remove tracks. */
export function LibraryPage() {
  const [state, setState] = useUrlState(libraryUrl);
  const [chosen, setChosen] = useState(none);
  const queue = useQueue();
  const [isMember, isOwner] = [useMay('member'), useMay('owner')];
  const caller = useCaller();
  // Whoever signs in has their account above every page.
  const isAlone = caller !== null && !caller.areNamed && !caller.hasSession;
  const tools = useRef<HTMLDivElement>(null);
  const toolsHeight = useElementHeight(tools);
  const change = (part: Partial<LibraryState>, kind: ChangeKind = 'step') => {
    // What a search has put out of sight is not to be removed by mistake.
    if (part.text !== undefined || part.missingOnly !== undefined) setChosen(none);
    setState(part, kind);
  };
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Library</h1>
        <p className={styles.count}>{queue ? formatCount(queue.libraryTracks, 'track') : ' '}</p>
        {isAlone && (
          <Link href="/people" className={styles.together}>
            Use it together
          </Link>
        )}
      </header>
      <section className={styles.arrivals} aria-label="Bring music in">
        <div className={styles.bring}>
          {isMember && <UploadPanel />}
          {isOwner && <WatchedPanel />}
        </div>
        <div className={styles.became}>
          {queue && <QueuePanel queue={queue} />}
          {isMember && <ProblemsPanel />}
        </div>
      </section>
      <section
        className={styles.tracks}
        aria-label="Tracks"
        style={{ '--tools-height': `${toolsHeight}px` } as CSSProperties}
      >
        <div ref={tools} className={styles.tools}>
          <TableTools state={state} onChange={change} />
          {isOwner && <RemoveButton chosen={chosen} onRemoved={() => setChosen(none)} />}
        </div>
        <TrackTable state={state} onChange={change} chosen={chosen} onChosen={setChosen} />
      </section>
    </div>
  );
}
