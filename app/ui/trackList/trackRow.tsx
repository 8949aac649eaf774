'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { emotionCss } from '../emotionColour';
import { formatClock, formatDistance, formatEmotion, formatSpoken } from '../format';
import { Icon } from '../glyph';
import { usePlayer } from '../player/playerContext';
import { itemKey } from '../player/playQueue';
import { SparkCurve } from '../sparkCurve/sparkCurve';
import names from '../trackNames.module.css';
import { trackLink } from '../url/links';
import type { ListedTrack } from './listedTrack';
import styles from './trackRow.module.css';

/** What a list says of all its rows. */
export interface TrackRowOptions {
  /** The unit of the distances, said at each: "in valence and arousal". Without it distances are not shown. */
  distanceUnit?: string;
  /** The row lit up because its mark elsewhere is pointed at. */
  litTrackId?: number | null;
  /** The `itemKey` of the row that is chosen. */
  selectedKey?: string | null;
  /** With it a row can be chosen (pressed), as for an overlay. */
  onSelect?: (track: ListedTrack) => void;
  /** More about a row, under its names. */
  detail?: (track: ListedTrack) => ReactNode;
}

interface TrackRowProps extends TrackRowOptions {
  track: ListedTrack;
  /** From 1. */
  rank: number;
  list: readonly ListedTrack[];
  /** Whether the tab key stops here. */
  reachable: boolean;
}

export function TrackRow({ track, rank, list, reachable, ...row }: TrackRowProps) {
  const player = usePlayer();
  const current = player.item !== null && itemKey(player.item) === itemKey(track);
  const sounding = current && (player.playing || player.waiting);
  const tabIndex = reachable ? 0 : -1;
  const selected = row.selectedKey === itemKey(track);
  const press = () => {
    if (track.missing) return;
    if (current) player.toggle();
    else player.play(track, { list: list.filter((other) => !other.missing) });
  };
  return (
    <div
      className={styles.row}
      data-lit={row.litTrackId === track.trackId || undefined}
      data-selected={selected || undefined}
      data-current={current || undefined}
      onClick={(event) => {
        const onControl = event.target instanceof Element && event.target.closest('a, button');
        if (!onControl) row.onSelect?.(track);
      }}
    >
      <span className={styles.rank} aria-hidden="true">
        {rank}
      </span>
      <button
        type="button"
        className={styles.play}
        style={{ backgroundColor: emotionCss(track.valence, track.arousal) }}
        aria-label={
          track.missing
            ? `${nameOf(track)} cannot be played: file not found`
            : `${sounding ? 'Pause' : 'Play'} ${nameOf(track)}`
        }
        data-row-control="play"
        tabIndex={tabIndex}
        aria-disabled={track.missing || undefined}
        onClick={press}
      >
        <Icon name={sounding ? 'pause' : 'play'} size={14} />
      </button>
      <div className={styles.names}>
        <Link
          href={trackLink(track)}
          className={names.title}
          dir="auto"
          data-row-control="title"
          tabIndex={tabIndex}
        >
          {track.title}
        </Link>
        <span className={names.artist} dir="auto">
          {describe(track)}
        </span>
        {row.detail?.(track)}
      </div>
      <div className={styles.curve}>
        <SparkCurve sparkBase64={track.sparkBase64} stretchBase64={track.stretchBase64} />
      </div>
      <div className={styles.numbers}>
        {row.distanceUnit && track.distance !== undefined && (
          <span title={`distance ${row.distanceUnit}`}>
            <span className="heard">distance </span>
            {formatDistance(track.distance)}
            <span className="heard"> {row.distanceUnit}</span>
          </span>
        )}
        <span className={styles.duration}>
          <span aria-hidden="true">{formatClock(track.durationSeconds)}</span>
          <span className="heard">{formatSpoken(track.durationSeconds)} long</span>
        </span>
        <span className="heard">{formatEmotion(track.valence, track.arousal)}</span>
      </div>
      {row.onSelect && (
        <button
          type="button"
          className={styles.select}
          aria-pressed={selected}
          aria-label={`Compare ${nameOf(track)} with the drawing`}
          data-row-control="select"
          tabIndex={tabIndex}
          onClick={() => row.onSelect?.(track)}
        >
          <Icon name="overlay" size={16} />
        </button>
      )}
    </div>
  );
}

const nameOf = (track: ListedTrack) => (track.artist ? `${track.title} by ${track.artist}` : track.title);

function describe(track: ListedTrack): string {
  const parts = [track.artist ?? 'Unknown artist'];
  if (track.missing) parts.push('file not found');
  if (track.encodings > 1) parts.push(`${track.encodings} files`);
  return parts.join(' · ');
}
