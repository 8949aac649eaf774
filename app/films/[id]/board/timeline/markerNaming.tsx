'use client';

import { useState } from 'react';
import { secondsOf } from '@/ml/timeCode/gridSeconds';
import { percent } from '@/app/ui/percent';
import { shareOf } from '../time/timeView';
import type { Board } from '../useBoard';
import styles from './markerLane.module.css';

interface MarkerNamingProps {
  board: Board;
  place: number;
  onDone: () => void;
}

/** What a marker is called, asked for where it stands: Enter or leaving keeps it, Escape leaves it as it was. */
export function MarkerNaming({ board, place, onDone }: MarkerNamingProps) {
  const { bench, film, viewState } = board;
  const marker = bench.project.markers[place];
  const [name, setName] = useState(marker.name);
  const share = shareOf(viewState.view, secondsOf(marker.frame, film.rate));
  const keep = () => {
    if (name !== marker.name)
      bench.edit((project) => ({ ...project, markers: project.markers.with(place, { ...marker, name }) }));
    onDone();
  };
  return (
    <div className={styles.naming} style={{ left: `min(${percent(Math.max(0, share))}, 100% - 10rem)` }}>
      <input
        // It was asked for by a key or a double click.
        ref={(field) => field?.focus()}
        aria-label="Name of the marker"
        maxLength={500}
        value={name}
        onChange={(event) => setName(event.target.value)}
        onBlur={keep}
        onPointerDown={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') onDone();
          event.stopPropagation();
        }}
      />
    </div>
  );
}
