'use client';

import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { useFrame } from '../../playing/useTransport';
import { codeOf } from '../time/filmTime';
import type { Board } from '../useBoard';
import styles from './picture.module.css';

/** The film's picture; where there is none to show, the time code and the shot. */
export function Picture({ board, film }: { board: Board; film: OpenedFilm | null }) {
  const { attachPicture } = board.transport;
  return (
    <div className={styles.frame}>
      {film?.isPictureShown ? (
        // The film's own sound is what it is; words for it are not to be had here.
        <video
          key={film.url}
          ref={attachPicture}
          className={styles.picture}
          src={film.url}
          playsInline
          aria-label={`Picture of ${board.bench.project.film.name}`}
        />
      ) : (
        <Leader board={board} />
      )}
    </div>
  );
}

function Leader({ board }: { board: Board }) {
  const { bench, film, transport } = board;
  const frame = useFrame(transport);
  const { cuts } = bench.project;
  return (
    <div className={styles.leader}>
      <p className={styles.code}>{codeOf(film, frame)}</p>
      {cuts.length > 0 && (
        <p>
          shot {cuts.filter((cut) => cut <= frame).length + 1} of {cuts.length + 1}
        </p>
      )}
    </div>
  );
}
