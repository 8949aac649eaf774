'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import { findCuts } from '../../media/frames/lookAtPicture';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { cutOfFrames, type FilmCut } from './newCut';
import styles from './recut.module.css';

interface CutOfFilmProps {
  film: OpenedFilm;
  onRead: (cut: FilmCut | null) => void;
}

type Finding =
  { state: 'none' } | { state: 'looking'; fraction: number } | { state: 'found' | 'refused'; words: string };

/** Finds the cuts of the film that is open by its picture. */
export function CutOfFilm({ film, onRead }: CutOfFilmProps) {
  const [finding, setFinding] = useState<Finding>({ state: 'none' });
  const looking = useRef<AbortController | null>(null);
  useEffect(() => () => looking.current?.abort(), []);
  const find = async () => {
    const { signal } = (looking.current = new AbortController());
    setFinding({ state: 'looking', fraction: 0 });
    try {
      const onProgress = (fraction: number) => setFinding({ state: 'looking', fraction });
      const cuts = await findCuts(film, { signal, onProgress });
      const cut = cutOfFrames(cuts, film.lengthFrames);
      onRead(cut);
      setFinding({ state: 'found', words: `${film.file.name}: ${formatCount(cut.shots.length, 'shot')}` });
    } catch (error) {
      if (signal.aborted) return setFinding({ state: 'none' });
      setFinding({ state: 'refused', words: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <div className={styles.source}>
      {finding.state === 'looking' ? (
        <>
          <p role="status">Looking for cuts in {film.file.name}</p>
          <ProgressBar label="Looking for cuts" fraction={finding.fraction} />
          <Button size="small" onPress={() => looking.current?.abort()}>
            Stop
          </Button>
        </>
      ) : (
        <Button size="small" kind="primary" onPress={() => void find()}>
          Find the cuts of “{film.file.name}”
        </Button>
      )}
      {finding.state === 'found' && <p role="status">{finding.words}</p>}
      {finding.state === 'refused' && <p role="alert">{finding.words}</p>}
    </div>
  );
}
