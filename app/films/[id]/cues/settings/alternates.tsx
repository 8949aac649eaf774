'use client';

import type { ReactNode } from 'react';
import { Button, IconButton } from '@/app/ui/button';
import { formatClock } from '@/app/ui/format';
import names from '@/app/ui/trackNames.module.css';
import type { CueSection, FilmCue } from '@/app/ui/film/filmProject';
import type { KnownTracks } from '../useTracks';
import { isSameSection, withChosen, withoutAlternate, withoutMusic } from './cueMusic';
import styles from './alternates.module.css';

interface AlternatesProps {
  cue: FilmCue;
  tracks: KnownTracks;
  /** What is tried; null for what was chosen. */
  tried: CueSection | null;
  isListening: boolean;
  onListen: (section: CueSection) => void;
  onChange: (change: (cue: FilmCue) => FilmCue) => void;
}

/** The music of a cue: what was chosen, and what else is kept for it. */
export function Alternates({ cue, tracks, tried, isListening, onListen, onChange }: AlternatesProps) {
  const { chosen, alternates } = cue;
  if (!chosen && alternates.length === 0) return null;
  const sounds = (section: CueSection) =>
    isListening && (tried ? isSameSection(tried, section) : section === chosen);
  const row = (section: CueSection) => ({
    section,
    title: titleOf(tracks, section),
    isListening: sounds(section),
    onListen: () => onListen(section),
  });
  return (
    <ul className={styles.music} aria-label="Music of the cue">
      {chosen && (
        <Music {...row(chosen)} what="chosen">
          <Button size="small" kind="quiet" onPress={() => onChange(withoutMusic)}>
            Take out
          </Button>
        </Music>
      )}
      {alternates.map((section) => (
        <Music key={`${section.trackId} ${section.startSeconds}`} {...row(section)} what="alternate">
          <Button
            size="small"
            kind="quiet"
            onPress={() => onChange((before) => withChosen(before, section, true))}
          >
            Choose
          </Button>
          <IconButton
            icon="close"
            size="small"
            aria-label={`Do not keep ${titleOf(tracks, section)}`}
            onPress={() => onChange((before) => withoutAlternate(before, section))}
          />
        </Music>
      ))}
    </ul>
  );
}

function titleOf(tracks: KnownTracks, { trackId }: CueSection): string {
  const track = tracks.get(trackId);
  return track === null ? 'a track that is gone' : (track?.title ?? '…');
}

interface MusicProps {
  section: CueSection;
  title: string;
  what: string;
  isListening: boolean;
  onListen: () => void;
  children: ReactNode;
}

function Music({ section, title, what, isListening, onListen, children }: MusicProps) {
  return (
    <li className={styles.row}>
      <IconButton
        icon={isListening ? 'pause' : 'play'}
        kind="plain"
        size="small"
        aria-label={`${isListening ? 'Stop' : 'Listen to'} ${title}, ${what}`}
        onPress={onListen}
      />
      <span className={names.title} dir="auto">
        {title}
      </span>
      <span className={styles.what}>
        {what}, from {formatClock(section.startSeconds)}
      </span>
      <span className={styles.deeds}>{children}</span>
    </li>
  );
}
