'use client';

import { useMemo, useState } from 'react';
import { Button } from '@/app/ui/button';
import { formatNumber } from '@/app/ui/format';
import { mayDropFrames, rateName, sameRate } from '@/ml/timeCode/frameRate';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import type { FilmBench } from '../../project/filmBench';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { CutOfFile } from './cutOfFile';
import { CutOfFilm } from './cutOfFilm';
import { cutOfFrames, ofLength, type FilmCut } from './newCut';
import { type NewFilm, recutProject } from './recutProject';
import { RecutReport } from './recutReport';
import styles from './recut.module.css';

/** Every shot of one cut is compared with every one of the other: 2,000 with 2,000 take seconds. */
const mostPairs = 4e6;

interface RecutFormProps {
  bench: FilmBench;
  /** A film that is open and is the new cut; null where none is. */
  film: OpenedFilm | null;
  onDone: () => void;
}

/** Reads the new cut, and tells what would become of everything before it is taken. */
export function RecutForm({ bench, film, onDone }: RecutFormProps) {
  const { project } = bench;
  const [newCut, setNewCut] = useState<FilmCut | null>(null);
  const [oldCut, setOldCut] = useState<FilmCut | null>(null);
  const known = useMemo(
    () => oldCut ?? cutOfFrames(project.cuts, project.film.lengthFrames),
    [oldCut, project.cuts, project.film.lengthFrames],
  );
  const isTooMuch = newCut !== null && known.shots.length * newCut.shots.length > mostPairs;
  const recut = useMemo(() => {
    if (!newCut || isTooMuch) return null;
    const whole = film ? ofLength(newCut, film.lengthFrames) : newCut;
    const newFilm = film ? newFilmOf(project.film, film) : {};
    return recutProject(project, { oldCut: known, newCut: whole, newFilm });
  }, [project, film, known, newCut, isTooMuch]);
  if (film && !sameRate(film.rate, project.film.rate))
    return (
      <p role="alert">
        “{film.file.name}” runs at {rateName(film.rate)} frames a second, the project at{' '}
        {rateName(project.film.rate)}. A new cut has the same rate: export it so, or take the film as the
        project’s own.
      </p>
    );
  return (
    <>
      <p className={styles.note}>
        I compare the shots of both cuts and move the curve, what counts, markers and cues with their
        pictures; where the old cut is given as a file, too, I tell shots by their footage.{' '}
        {project.cuts.length === 0 &&
          'The project has no cuts yet: find them first, or give the old cut as a timeline, too.'}
      </p>
      {film && <CutOfFilm film={film} onRead={setNewCut} />}
      <CutOfFile label="Read the new cut from a timeline" film={project.film} onRead={setNewCut} />
      <CutOfFile label="Read the old cut, too" film={project.film} onRead={setOldCut} />
      {isTooMuch && (
        <p role="alert">
          That is more than I can compare at once: {formatNumber(known.shots.length)} shots with{' '}
          {formatNumber(newCut.shots.length)}. Take one reel after the other.
        </p>
      )}
      {recut && (
        <>
          <RecutReport recut={recut} film={project.film} />
          <div className={styles.deeds}>
            <Button onPress={onDone}>Leave as it is</Button>
            <Button
              kind="primary"
              onPress={() => {
                bench.edit(() => recut.project);
                onDone();
              }}
            >
              Move everything
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** What a project keeps of the film that is its new cut. */
function newFilmOf(film: FilmProject['film'], opened: OpenedFilm): NewFilm {
  const { startFrame, sizeBytes, edgesHash } = opened;
  return {
    name: opened.file.name.slice(0, 500),
    file: { sizeBytes, edgesHash },
    startFrame: startFrame ?? film.startFrame,
    dropFrame: startFrame === null ? film.dropFrame : opened.dropFrame && mayDropFrames(film.rate),
  };
}
