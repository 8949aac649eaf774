'use client';

import Link from 'next/link';
import { memo, type CSSProperties } from 'react';
import type { TrackSummary } from '@/app/trpc';
import { emotionCss } from '@/app/ui/emotionColour';
import { formatClock, formatSigned } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import { SparkCurve } from '@/app/ui/sparkCurve/sparkCurve';
import { ChoiceBox } from './choiceBox';
import styles from './trackTable.module.css';

interface TrackTableRowProps {
  /** Its place in the whole table, from 0. */
  row: number;
  /** Nothing before the server has answered. */
  track: TrackSummary | undefined;
  isChosen: boolean;
  isSounding: boolean;
  /** Whether the tab key stops here. */
  reachable: boolean;
}

const unknown = '–';
const day = new Intl.DateTimeFormat('en-GB');

/** A row, in its place among all, whether they are there or not. Presses are heard by the table, by `data-deed`. */
export const TrackTableRow = memo(function TrackTableRow({
  row,
  track,
  isChosen,
  isSounding,
  reachable,
}: TrackTableRowProps) {
  return (
    <div
      role="row"
      className={styles.row}
      style={{ '--row': row } as CSSProperties}
      data-row={row}
      data-selected={isChosen || undefined}
      aria-rowindex={row + 2}
      aria-selected={isChosen}
      aria-busy={track === undefined || undefined}
      aria-labelledby={track && `track-${track.trackId}`}
      tabIndex={reachable ? 0 : -1}
    >
      {track ? <Cells {...{ track, isChosen, isSounding }} /> : <Waiting />}
    </div>
  );
});

function Waiting() {
  return (
    <div role="gridcell" className={styles.waiting}>
      <span className="heard">Loading</span>
    </div>
  );
}

type CellsProps = Pick<TrackTableRowProps, 'isChosen' | 'isSounding'> & { track: TrackSummary };

function Cells({ track, isChosen, isSounding }: CellsProps) {
  return (
    <>
      <div role="gridcell" className={styles.choice}>
        <ChoiceBox label={`Choose ${track.title}`} choice={isChosen ? 'all' : 'none'} tabIndex={-1} />
      </div>
      <div role="gridcell" className={styles.player}>
        <PlayButton track={track} isSounding={isSounding} />
      </div>
      <div role="rowheader" className={styles.title}>
        <Link
          id={`track-${track.trackId}`}
          href={`/tracks/${track.trackId}`}
          prefetch={false}
          className={styles.name}
          dir="auto"
          data-part=""
          tabIndex={-1}
        >
          {track.title}
        </Link>
        <span className={styles.notes}>
          {notesOf(track).map(({ kind, text }) => (
            <bdi key={text} className={kind && styles[kind]}>
              {text}
            </bdi>
          ))}
        </span>
      </div>
      <div role="gridcell" className={styles.artist} dir="auto">
        {track.artist ?? unknown}
      </div>
      <Figures track={track} />
      <div role="gridcell" className={styles.curve}>
        <SparkCurve sparkBase64={track.sparkBase64} />
      </div>
    </>
  );
}

function Figures({ track }: { track: TrackSummary }) {
  return (
    <>
      <div role="gridcell" className={styles.valence}>
        {formatSigned(track.valence)}
      </div>
      <div role="gridcell" className={styles.arousal}>
        {formatSigned(track.arousal)}
      </div>
      <div role="gridcell" className={styles.durationSeconds}>
        {formatClock(track.durationSeconds)}
      </div>
      <div role="gridcell" className={styles.tempoBpm}>
        {track.tempoBpm === null ? unknown : `${Math.round(track.tempoBpm)} BPM`}
      </div>
      <div role="gridcell" className={styles.loudnessLufs}>
        {track.loudnessLufs === null ? 'silent' : `${formatSigned(track.loudnessLufs, 1)} LUFS`}
      </div>
      <div role="gridcell" className={styles.addedAt}>
        {day.format(new Date(track.addedAt))}
      </div>
    </>
  );
}

interface Note {
  text: string;
  kind?: 'by' | 'album' | 'missing';
}

/** What stands under a title; the artist is seen only where there is no column for it. */
function notesOf({ artist, album, missing, demo, corrected, encodings }: TrackSummary): Note[] {
  const notes: (Note | false)[] = [
    missing && { text: 'file not found', kind: 'missing' },
    artist !== null && { text: artist, kind: 'by' },
    corrected && { text: 'corrected by you' },
    encodings > 1 && { text: `${encodings} files` },
    album !== null && { text: album, kind: 'album' },
    demo && album === null && { text: 'demo' },
  ];
  return notes.filter((note) => note !== false);
}

function PlayButton({ track, isSounding }: Pick<CellsProps, 'track' | 'isSounding'>) {
  return (
    <button
      type="button"
      className={styles.play}
      style={{ backgroundColor: emotionCss(track.valence, track.arousal) }}
      aria-label={`${isSounding ? 'Pause' : 'Play'} ${track.title}`}
      aria-disabled={track.missing || undefined}
      data-part=""
      data-deed="play"
      tabIndex={-1}
    >
      <Icon name={isSounding ? 'pause' : 'play'} size={12} />
    </button>
  );
}
