'use client';

import { useMemo, useState } from 'react';
import { Announcement } from '@/app/ui/announcement';
import type { EegFound } from '@/app/ui/eeg/eegAnswers';
import type { TrainedModel } from '@/app/ui/eeg/useTrainedModels';
import { PlaneSquare } from '@/app/ui/emotionField/planeSquare';
import { toShare } from '@/app/ui/emotionField/planeShare';
import { formatCount } from '@/app/ui/format';
import { MarkLabel } from '@/app/ui/marks/markLabel';
import { MarkAt, MarkLayer } from '@/app/ui/marks/markLayer';
import { PlayingMark } from '@/app/ui/marks/playingMark';
import { TrackMark } from '@/app/ui/marks/trackMark';
import { usePlayer } from '@/app/ui/player/playerContext';
import { TrackList } from '@/app/ui/trackList/trackList';
import type { FoundWish } from './foundWish';
import { NearestRecordings } from './nearestRecordings';
import styles from './query.module.css';

interface FoundTracksProps {
  model: TrainedModel;
  found: EegFound;
  wish: FoundWish;
  /** Whether the answer to another stretch is on its way. */
  stale: boolean;
}

/** The tracks that were found, nearest first, and where they lie on the plane. */
export function FoundTracks({ model, found, wish, stale }: FoundTracksProps) {
  const [lit, setLit] = useState<number | null>(null);
  const tracks = useMemo(
    () => found.matches.map((match) => ({ ...match, distance: 1 - match.similarity })),
    [found],
  );
  return (
    <div className={styles.found}>
      <section aria-label="Tracks of the same emotion" className={styles.list}>
        <Announcement>
          {`${formatCount(tracks.length, 'track')}, nearest first: ${tracks[0].title} by ${tracks[0].artist ?? 'unknown artist'}.`}
        </Announcement>
        <TrackList
          label="Tracks of the same emotion"
          tracks={tracks}
          distanceUnit="in the common space: 0 is the same, 1 unrelated, 2 opposite"
          distanceCaption="the common space"
          litTrackId={lit}
          onLight={(track) => setLit(track?.trackId ?? null)}
          stale={stale}
        />
      </section>
      <div className={styles.side}>
        <FoundPlane tracks={tracks} lit={lit} />
        <NearestRecordings model={model} tracks={tracks} dimension={wish.dimension} />
      </div>
    </div>
  );
}

interface FoundPlaneProps {
  tracks: EegFound['matches'];
  lit: number | null;
}

function FoundPlane({ tracks, lit }: FoundPlaneProps) {
  const { item } = usePlayer();
  const named = tracks.find(({ trackId }) => trackId === lit);
  const place = named && toShare(named);
  return (
    <figure className={styles.plane} aria-label="The found tracks on the plane of valence and arousal">
      <div className={styles.frame}>
        <PlaneSquare pressable={false}>
          <MarkLayer>
            {tracks.map((track) => (
              <TrackMark key={track.trackId} track={track} lit={track.trackId === lit} />
            ))}
            {item && (
              <MarkAt place={toShare(item)}>
                <PlayingMark />
              </MarkAt>
            )}
          </MarkLayer>
          {named && place && <MarkLabel track={named} place={place} left={place.x > 0.6} />}
        </PlaneSquare>
      </div>
      <figcaption className="heard">
        Each found track is a mark: further right is more pleasant, further up more energetic. The list tells
        the same.
      </figcaption>
    </figure>
  );
}
