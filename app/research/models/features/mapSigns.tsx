'use client';

import type { TrackSummary } from '@/app/trpc';
import { MarkAt, MarkLayer } from '@/app/ui/marks/markLayer';
import { PlayingMark } from '@/app/ui/marks/playingMark';
import { percent } from '@/app/ui/percent';
import { usePlayer } from '@/app/ui/player/playerContext';
import styles from './featureMap.module.css';
import type { MapPlaces } from './mapPlaces';
import { markRadius } from './paintMarks';

interface MapSignsProps {
  tracks: readonly TrackSummary[];
  places: MapPlaces;
  lit: number;
}

/** A ring round the track that is pointed at, and the sign of the one that plays: a triangle in a disc. */
export function MapSigns({ tracks, places, lit }: MapSignsProps) {
  const { item } = usePlayer();
  const playing = item ? tracks.findIndex(({ trackId }) => trackId === item.trackId) : -1;
  return (
    <MarkLayer>
      {playing >= 0 && (
        <MarkAt place={{ x: places.x[playing], y: places.y[playing] }}>
          <PlayingMark />
        </MarkAt>
      )}
      {lit >= 0 && (
        <circle
          className={styles.lit}
          cx={percent(places.x[lit])}
          cy={percent(places.y[lit])}
          r={markRadius(tracks.length) + (lit === playing ? 9 : 4)}
        />
      )}
    </MarkLayer>
  );
}
