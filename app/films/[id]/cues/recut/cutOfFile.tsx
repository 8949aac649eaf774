'use client';

import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { readTimelineFile } from '@/app/ui/film/timelines/readTimelineFile';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { cutOfTimeline } from './cutOfTimeline';
import type { FilmCut } from './newCut';
import styles from './recut.module.css';

interface CutOfFileProps {
  label: string;
  film: FilmProject['film'];
  onRead: (cut: FilmCut | null) => void;
}

type Reading = { state: 'none' | 'reading' } | { state: 'read' | 'refused'; words: string };

/** Reads a cut from a file of an editing program: EDL, OTIO, FCPXML, XML. */
export function CutOfFile({ label, film, onRead }: CutOfFileProps) {
  const [reading, setReading] = useState<Reading>({ state: 'none' });
  const read = async (file: File) => {
    setReading({ state: 'reading' });
    onRead(null);
    const { described, refusal } = await readTimelineFile(file, {
      rate: film.rate,
      dropFrame: film.dropFrame,
    });
    if (!described) return setReading({ state: 'refused', words: refusal });
    const { timeline } = described;
    const cut = cutOfTimeline(timeline, film);
    if (!cut)
      return setReading({ state: 'refused', words: `“${file.name}” holds no picture: it is no cut.` });
    onRead(cut);
    const shots = formatCount(cut.shots.length, 'shot');
    setReading({ state: 'read', words: [`${file.name}: ${shots}`, ...timeline.remarks].join('. ') });
  };
  return (
    <div className={styles.source}>
      <FileTrigger
        onSelect={(files) => {
          const [file] = files ?? [];
          if (!file) return;
          read(file).catch((error: unknown) =>
            setReading({ state: 'refused', words: error instanceof Error ? error.message : String(error) }),
          );
        }}
      >
        <Button size="small">{label}</Button>
      </FileTrigger>
      {reading.state === 'reading' && <p role="status">Reading…</p>}
      {reading.state === 'read' && <p role="status">{reading.words}</p>}
      {reading.state === 'refused' && <p role="alert">{reading.words}</p>}
    </div>
  );
}
