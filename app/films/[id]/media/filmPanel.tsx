'use client';

import { rateName } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { Disclosure } from '@/app/ui/field/disclosure';
import type { FilmBench, FilmProject } from '../project/filmBench';
import { FilmFields } from './filmFields';
import { FilmNotices, OtherFilm } from './filmNotices';
import styles from './filmPanel.module.css';
import { FilmPicker } from './filmPicker';
import type { OpenedFilm } from './openedFilm';
import { FindCuts } from './frames/findCuts';
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
  const { film, other } = reading;
  const wanted = project.film.file === null ? null : project.film.name;
  return (
    <div className={styles.panel}>
      {!film && !other && <FilmPicker wanted={wanted} reading={reading} />}
      {other && <OtherFilm other={other} reading={reading} onOtherCut={onOtherCut} />}
      {film && <FilmNotices film={film} />}
      <Disclosure title={`Film: ${filmWords(project.film)}`}>
        <div className={styles.panel}>
          <FilmFields project={project} edit={edit} />
          {film && <FilmPicker wanted={null} reading={reading} />}
          {film?.isPictureShown && <FindCuts bench={bench} film={film} />}
          <TimelinePicker project={project} edit={edit} />
        </div>
      </Disclosure>
    </div>
  );
}

/** A film in a line: "Reel 1.mov, 01:30:00:00 at 23.976". */
export function filmWords(film: FilmProject['film']): string {
  return `${film.name}, ${timeCodeOf(film.lengthFrames, film)} at ${rateName(film.rate)}`;
}
