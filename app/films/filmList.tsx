'use client';

import Link from 'next/link';
import { rateName } from '@/ml/timeCode/frameRate';
import { timeCodeOf } from '@/ml/timeCode/timeCode';
import { formatCount } from '@/app/ui/format';
import { FilmDeeds } from './filmDeeds';
import { filmLink } from './filmLink';
import type { FilmSummary } from './filmSummary';
import { SharedFilmDeeds } from './sharedFilmDeeds';
import styles from './filmList.module.css';

/** The projects, the one saved last first. */
export function FilmList({ films }: { films: readonly FilmSummary[] }) {
  return (
    <ul className={styles.list} aria-label="Films">
      {films.map((film) => (
        <li key={film.projectId} className={styles.film}>
          <div className={styles.words}>
            <h2 className={styles.title}>
              <Link href={filmLink(film.projectId)} dir="auto">
                {film.name}
              </Link>
            </h2>
            <p className={styles.facts}>{factsOf(film).join(' · ')}</p>
          </div>
          {film.sharedBy === null ? <FilmDeeds film={film} /> : <SharedFilmDeeds film={film} />}
        </li>
      ))}
    </ul>
  );
}

const savedFormat = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

function factsOf({
  filmName,
  rate,
  lengthFrames,
  cues,
  chosen,
  savedAt,
  name,
  sharedBy,
}: FilmSummary): string[] {
  return [
    ...(filmName === name ? [] : [filmName]),
    `${timeCodeOf(lengthFrames, { rate, dropFrame: false })} at ${rateName(rate)}`,
    cues === 0 ? 'no cue yet' : `${chosen} of ${formatCount(cues, 'cue')} chosen`,
    ...(sharedBy === null ? [] : [`shared by ${sharedBy}`]),
    `saved ${savedFormat.format(new Date(savedAt))}`,
  ];
}
