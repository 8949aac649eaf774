'use client';

import type { TrackSummary } from '@/app/trpc';
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
    <svg className={styles.signs} aria-hidden="true">
      {playing >= 0 && (
        <svg x={percent(places.x[playing])} y={percent(places.y[playing])} overflow="visible">
          <circle className={styles.playing} r="11" />
          <path className={styles.triangle} d="M-3.2,-4.6 5,0 -3.2,4.6z" />
        </svg>
      )}
      {lit >= 0 && (
        <circle
          className={styles.lit}
          cx={percent(places.x[lit])}
          cy={percent(places.y[lit])}
          r={markRadius(tracks.length) + (lit === playing ? 9 : 4)}
        />
      )}
    </svg>
  );
}
