'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/app/ui/button';
import { formatCount } from '@/app/ui/format';
import { ProgressBar } from '@/app/ui/progressBar';
import type { FilmBench } from '../../project/filmBench';
import type { OpenedFilm } from '../openedFilm';
import styles from './findCuts.module.css';
import { findCuts } from './lookAtPicture';

interface FindCutsProps {
  bench: Pick<FilmBench, 'project' | 'edit'>;
  film: OpenedFilm;
}

type Looking = { fraction: number } | { told: string; failed: boolean };

/** As many cuts as a project holds. */
const mostCuts = 50_000;

/** Finds the cuts of the film from its picture, and gives them to the project. */
export function FindCuts({ bench: { project, edit }, film }: FindCutsProps) {
  const [looking, setLooking] = useState<Looking | null>(null);
  const leaving = useRef<AbortController | null>(null);
  useEffect(() => () => leaving.current?.abort(), []);
  const look = () => {
    const { signal } = (leaving.current = new AbortController());
    const onProgress = (fraction: number) => setLooking({ fraction });
    onProgress(0);
    findCuts(film, { signal, onProgress }).then(
      (cuts) => {
        edit((now) => ({
          ...now,
          cuts: cuts.filter((cut) => cut < now.film.lengthFrames).slice(0, mostCuts),
        }));
        setLooking({ told: `Found ${formatCount(cuts.length, 'cut')}.`, failed: false });
      },
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        setLooking(signal.aborted ? { told: 'Stopped.', failed: false } : { told: reason, failed: true });
      },
    );
  };
  const isLooking = looking !== null && 'fraction' in looking;
  return (
    <div className={styles.finding}>
      {isLooking ? (
        <Button size="small" onPress={() => leaving.current?.abort()}>
          Stop
        </Button>
      ) : (
        <Button size="small" onPress={look}>
          {project.cuts.length > 0 ? 'Find the cuts anew' : 'Find the cuts'}
        </Button>
      )}
      {isLooking && (
        <div className={styles.progress} role="status">
          <span>Looking at the picture, {Math.round(100 * looking.fraction)} %</span>
          <ProgressBar label="Looking at the picture" fraction={looking.fraction} />
        </div>
      )}
      {looking !== null && 'told' in looking && (
        <p role={looking.failed ? 'alert' : 'status'}>{looking.told}</p>
      )}
      {looking === null && (
        <p className={styles.words}>
          {project.cuts.length > 0
            ? `${formatCount(project.cuts.length, 'cut')} known`
            : 'From the picture; a long film takes minutes'}
        </p>
      )}
    </div>
  );
}
