'use client';

import { useQuery } from '@tanstack/react-query';
import { useTRPC } from '@/app/trpc';
import { EmptyState, ErrorState, LoadingState } from '@/app/ui/message/message';
import { TrackList } from '@/app/ui/trackList/trackList';
import styles from './similarTracks.module.css';

const shown = 8;

/** The tracks whose sound is most like this one's, whatever they express. */
export function SimilarTracks({ trackId }: { trackId: number }) {
  const trpc = useTRPC();
  const similar = useQuery(trpc.retrieval.similarTo.queryOptions({ trackId, limit: shown }));
  return (
    <section className={styles.similar} aria-labelledby="track-similar">
      <h2 id="track-similar">Sounds like</h2>
      {similar.error ? (
        <ErrorState title="The search failed" error={similar.error} onRetry={() => void similar.refetch()} />
      ) : !similar.data ? (
        <LoadingState>Comparing with every track</LoadingState>
      ) : similar.data.matches.length === 0 ? (
        <EmptyState title="Nothing to compare with yet">
          <p>This is the only track here. Add more in the library.</p>
        </EmptyState>
      ) : (
        <>
          <TrackList
            label="Tracks that sound like this"
            tracks={similar.data.matches}
            distanceUnit="in sound: 0 is the same, 1 unrelated, 2 opposite"
          />
          <p className={styles.why}>
            The distance compares the sound’s description by its angle: 0 is the same, 1 unrelated.
          </p>
        </>
      )}
    </section>
  );
}
