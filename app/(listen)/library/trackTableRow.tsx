'use client';

import Link from 'next/link';
import { Button, Cell, Row } from 'react-aria-components';
import type { TrackSummary } from '@/app/trpc';
import { emotionCss } from '@/app/ui/emotionColour';
import { formatClock, formatSigned } from '@/app/ui/format';
import { Icon } from '@/app/ui/glyph';
import { usePlayer } from '@/app/ui/player/playerContext';
import { SparkCurve } from '@/app/ui/sparkCurve/sparkCurve';
import { ChoiceBox } from './choiceBox';
import styles from './trackTable.module.css';

export interface TrackTableRowProps {
  id: number;
  track: TrackSummary;
  list: readonly TrackSummary[];
}

const unknown = '–';

export function TrackTableRow({ id, track, list }: TrackTableRowProps) {
  return (
    <Row id={id} className={styles.row} textValue={track.title}>
      <Cell className={styles.choice}>
        <ChoiceBox />
      </Cell>
      <Cell className={styles.player}>
        <PlayButton track={track} list={list} />
      </Cell>
      <Cell className={styles.title}>
        <Link href={`/tracks/${track.trackId}`} className={styles.name}>
          {track.title}
        </Link>
        <span className={styles.notes}>
          {notesOf(track).map(({ kind, text }) => (
            <span key={text} className={kind && styles[kind]}>
              {text}
            </span>
          ))}
        </span>
      </Cell>
      <Cell className={styles.artist}>{track.artist ?? unknown}</Cell>
      <Cell className={styles.valence}>{formatSigned(track.valence)}</Cell>
      <Cell className={styles.arousal}>{formatSigned(track.arousal)}</Cell>
      <Cell className={styles.durationSeconds}>{formatClock(track.durationSeconds)}</Cell>
      <Cell className={styles.tempoBpm}>
        {track.tempoBpm === null ? unknown : `${Math.round(track.tempoBpm)} BPM`}
      </Cell>
      <Cell className={styles.loudnessLufs}>
        {track.loudnessLufs === null ? 'silent' : `${formatSigned(track.loudnessLufs, 1)} LUFS`}
      </Cell>
      <Cell className={styles.addedAt}>{new Date(track.addedAt).toLocaleDateString('en-GB')}</Cell>
      <Cell className={styles.curve}>
        <SparkCurve sparkBase64={track.sparkBase64} />
      </Cell>
    </Row>
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

function PlayButton({ track, list }: Omit<TrackTableRowProps, 'id'>) {
  const player = usePlayer();
  const current = player.item?.trackId === track.trackId;
  const sounding = current && (player.playing || player.waiting);
  return (
    <Button
      className={styles.play}
      style={{ backgroundColor: emotionCss(track.valence, track.arousal) }}
      aria-label={`${sounding ? 'Pause' : 'Play'} ${track.title}`}
      isDisabled={track.missing}
      onPress={() => (current ? player.toggle() : player.play(track, { list }))}
    >
      <Icon name={sounding ? 'pause' : 'play'} size={12} />
    </Button>
  );
}
