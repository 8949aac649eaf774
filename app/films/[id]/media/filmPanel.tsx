'use client';

import { rateName } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import type { FilmBench } from '../project/filmBench';
import type { FilmProject } from '@/app/ui/film/filmProject';
import { FilmFields } from './filmFields';
import { FilmNotices, OtherFilm } from './filmNotices';
import styles from './filmPanel.module.css';
import { FilmPicker } from './filmPicker';
import { FindCuts } from './frames/findCuts';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { TimelinePicker } from './timelinePicker';
import type { FilmFile } from './useOpenedFilm';

interface FilmPanelProps {
  bench: FilmBench;
  reading: FilmFile;
  /** Moves the project's work shot by shot to another cut of its film. */
  onOtherCut?: (film: OpenedFilm) => void;
}

/** All of a project's film: its file, what is known of it, and what another program wrote of it. */
export function FilmPanel({ bench, reading, onOtherCut }: FilmPanelProps) {
  const { project, edit } = bench;
  const { film, other, cutSearch } = reading;
  return (
    <div className={styles.panel}>
      {!other && <FilmPicker known={project.film} isOpen={film !== null} reading={reading} />}
      {other && <OtherFilm other={other} reading={reading} onOtherCut={onOtherCut} />}
      {film && <FilmNotices film={film} />}
      <p className={styles.film}>{filmWords(project.film)}</p>
      <FilmFields project={project} edit={edit} />
      {film?.isPictureShown && <FindCuts search={cutSearch} known={project.cuts.length} />}
      <TimelinePicker project={project} edit={edit} />
    </div>
  );
}

/** A film in a line: "Reel 1.mov, 01:30:00:00 at 23.976". */
function filmWords(film: FilmProject['film']): string {
  return `${film.name}, ${timeCodeOf(film.lengthFrames, film)} at ${rateName(film.rate)}`;
}
