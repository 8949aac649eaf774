'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTRPC } from '@/app/trpc';
import { Downloads } from './downloads';
import { EmotionPlane } from './emotionPlane';
import { Facts } from './facts';
import { FileList } from './fileList';
import { NoSuchTrack } from './noSuchTrack';
import { OtherFiles } from './otherFiles';
import { Score } from './score';
import { SimilarTracks } from './similarTracks';
import { readTrackCurve, type TrackAnswer } from './trackCurve';
import { TrackCurveTable } from './trackCurveTable';
import { TrackHead } from './trackHead';
import styles from './trackPage.module.css';
import { useTrackPlayback } from './useTrackPlayback';

interface TrackPageProps {
  track: TrackAnswer;
  /** Where playing begins, as a link to a section says. */
  fromSeconds: number;
}

/** All there is to know of a track: its emotion in time, what sounds like it, and its files. */
export function TrackPage({ track: first, fromSeconds }: TrackPageProps) {
  const trpc = useTRPC();
  const { data: track, error } = useQuery({
    ...trpc.catalogue.track.queryOptions({ trackId: first.trackId }),
    initialData: first,
  });
  const curve = useMemo(() => readTrackCurve(track), [track]);
  const playback = useTrackPlayback(track, fromSeconds);
  if (error?.data?.code === 'NOT_FOUND') return <NoSuchTrack />;
  return (
    <article className={styles.page} aria-labelledby="track-title">
      <TrackHead track={track} curve={curve} playback={playback} />
      <Score track={track} curve={curve} playback={playback} />
      <div className={styles.middle}>
        <EmotionPlane track={track} curve={curve} playback={playback} />
        <SimilarTracks trackId={track.trackId} />
      </div>
      <div className={styles.foot}>
        <Facts track={track} />
        <FileList track={track} />
        <OtherFiles track={track} />
        <section className={styles.keep} aria-labelledby="track-keep">
          <h2 id="track-keep">The curve as numbers</h2>
          <Downloads trackId={track.trackId} />
          <TrackCurveTable curve={curve} />
        </section>
      </div>
    </article>
  );
}
