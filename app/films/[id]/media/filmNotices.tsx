'use client';

import { rateName } from '@/ml/timeCode/frameRate';
import { Button } from '@/app/ui/button';
import { CopyText } from '@/app/ui/copyText';
import styles from './filmNotices.module.css';
import type { OpenedFilm } from '@/app/ui/film/file/openedFilm';
import { constantRateCommand, proxyCommand, usualRate } from './proxyCommand';
import type { FilmFile } from './useOpenedFilm';

/** What one should know of the film that is open: that its picture cannot be shown here, or its rate varies. */
export function FilmNotices({ film }: { film: OpenedFilm }) {
  return (
    <>
      {!film.isPictureShown && <HiddenPicture film={film} />}
      {film.isVariableRate && <VariableRate film={film} />}
    </>
  );
}

function HiddenPicture({ film }: { film: OpenedFilm }) {
  const codec =
    film.pictureCodec === null ? 'of its kind' : `in ${codecNames[film.pictureCodec] ?? film.pictureCodec}`;
  return (
    <div className={styles.notice} role="status">
      <p>
        <strong>This browser does not show pictures {codec}.</strong> The curve, the cues and the music work
        all the same, by time code. To see the film, make a small copy with ffmpeg, frame for frame, and open
        that:
      </p>
      <CopyText label="The command for a copy that can be shown" text={proxyCommand(film)} />
    </div>
  );
}

function VariableRate({ film }: { film: OpenedFilm }) {
  return (
    <div className={styles.notice} role="status">
      <p>
        <strong>The frames of this film last unequally long</strong>. Editing programs count even frames, so
        what is handed over may lie beside the picture. A copy at a constant {rateName(usualRate(film.rate))}{' '}
        is surer:
      </p>
      <CopyText label="The command for a copy at a constant rate" text={constantRateCommand(film)} />
    </div>
  );
}

const codecNames: Partial<Record<string, string>> = {
  avc: 'H.264',
  hevc: 'HEVC (H.265)',
  prores: 'ProRes',
  AVdn: 'DNxHD',
  AVdh: 'DNxHR',
  vp8: 'VP8',
  vp9: 'VP9',
  av1: 'AV1',
};

interface OtherFilmProps {
  other: NonNullable<FilmFile['other']>;
  reading: Pick<FilmFile, 'takeOther' | 'putAway'>;
  /** Moves the project's work shot by shot to another cut of its film. */
  onOtherCut?: (film: OpenedFilm) => void;
}

/** An opened file that is not the project's: it may be another cut, the same film exported anew, or a mistake. */
export function OtherFilm({ other: { film, words }, reading, onOtherCut }: OtherFilmProps) {
  return (
    <div className={styles.notice} role="alert">
      <p>
        <strong>“{film.file.name}” is another file than this project was made with.</strong> {words}
      </p>
      <div className={styles.deeds}>
        {onOtherCut && (
          <Button size="small" onPress={() => onOtherCut(film)}>
            It is another cut: move the work by its shots
          </Button>
        )}
        <Button size="small" onPress={reading.takeOther}>
          Take it: times stay as they are
        </Button>
        <Button size="small" kind="quiet" onPress={reading.putAway}>
          Put it away
        </Button>
      </div>
    </div>
  );
}
