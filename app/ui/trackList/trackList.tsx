'use client';

import { useState } from 'react';
import { itemKey } from '../player/playQueue';
import { CurveLegend } from '../sparkCurve/curveLegend';
import type { ListedTrack } from './listedTrack';
import { moveRowFocus } from './rowFocus';
import styles from './trackList.module.css';
import { TrackRow, type TrackRowOptions } from './trackRow';

export interface TrackListProps extends TrackRowOptions {
  /** What the list is, for those who hear the page. */
  label: string;
  tracks: readonly ListedTrack[];
  /** The same in short, over the column: "SD". */
  distanceCaption?: string;
  /** Told which row is pointed at or focused, so that its mark elsewhere can light up. */
  onLight?: (track: ListedTrack | null) => void;
  /** Answers that are being replaced are shown faint. */
  stale?: boolean;
}

/**
 * Tracks in order, each with its place, play button, names, distance, small curve and length. One stop for
 * the tab key at the row last used; up and down move from row to row.
 */
export function TrackList({ label, tracks, onLight, stale, distanceCaption, ...row }: TrackListProps) {
  const [entered, setEntered] = useState<string | null>(null);
  const entry = tracks.some((track) => itemKey(track) === entered)
    ? entered
    : tracks[0] && itemKey(tracks[0]);
  return (
    <div className={styles.frame} data-selectable={row.onSelect ? '' : undefined}>
      <p className={styles.captions} aria-hidden="true">
        <CurveLegend />
        <span>
          {row.distanceUnit && `distance${distanceCaption ? ` in ${distanceCaption}` : ''}, `}length
        </span>
      </p>
      <ol className={styles.list} aria-label={label} data-stale={stale || undefined} onKeyDown={moveRowFocus}>
        {tracks.map((track, index) => (
          <li
            key={itemKey(track)}
            onPointerEnter={() => onLight?.(track)}
            onPointerLeave={() => onLight?.(null)}
            onFocus={() => {
              setEntered(itemKey(track));
              onLight?.(track);
            }}
            onBlur={() => onLight?.(null)}
          >
            <TrackRow
              {...row}
              track={track}
              rank={index + 1}
              list={tracks}
              reachable={itemKey(track) === entry}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
