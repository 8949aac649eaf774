'use client';

import { useState } from 'react';
import { SearchInput } from '@/app/ui/field/searchInput';
import { formatCount } from '@/app/ui/format';
import { useUrlState } from '@/app/ui/useUrlState';
import styles from './libraryPage.module.css';
import { libraryUrl } from './libraryUrl';
import { ProblemsPanel } from './problemsPanel';
import { QueuePanel } from './queuePanel';
import { RemoveButton } from './removeButton';
import { TrackTable } from './trackTable';
import { UploadPanel } from './uploadPanel';
import { useQueue } from './useQueue';
import { WatchedPanel } from './watchedPanel';

/** The library: bring music in, see what became of it, find and remove tracks. */
export function LibraryPage() {
  const [state, setState] = useUrlState(libraryUrl);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const queue = useQueue();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1>Library</h1>
        <p className={styles.count}>{queue ? formatCount(queue.libraryTracks, 'track') : ' '}</p>
      </header>
      <aside className={styles.side} aria-label="Bring music in">
        <UploadPanel />
        {queue && <QueuePanel queue={queue} />}
        <ProblemsPanel />
        <WatchedPanel />
      </aside>
      <section className={styles.tracks} aria-label="Tracks">
        <div className={styles.tools}>
          <SearchInput
            label="Search title, artist, album, genre"
            hideLabel
            placeholder="Title, artist, album, genre"
            value={state.text}
            onChange={(text) => setState({ ...state, text }, 'glide')}
          />
          <RemoveButton chosen={chosen} onRemoved={() => setChosen(new Set())} />
        </div>
        <TrackTable state={state} onState={setState} chosen={chosen} onChosen={setChosen} />
      </section>
    </div>
  );
}
