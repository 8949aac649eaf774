import type { FrameRate } from '@/ml/timeCode/frameRate';

/** What is read of a film's file without showing it. */
export interface FilmFacts {
  rate: FrameRate;
  /** True where its frames last unequally long; `rate` is the mean then. */
  isVariableRate: boolean;
  lengthFrames: number;
  /** When frame 0 is shown, in the seconds of a video element: above 0 where the picture begins late in its file. */
  firstFrameSeconds: number;
  /** The time code of its first frame as its tmcd track tells it, as frames from 00:00:00:00; null where it has none. */
  startFrame: number | null;
  dropFrame: boolean;
  hasSound: boolean;
  /** The codec of its picture as its file names it: "avc", "prores", "hevc"; null for one that is not known. */
  pictureCodec: string | null;
}

/** A film's file as it was opened in the browser, which it never leaves. */
export interface OpenedFilm extends FilmFacts {
  file: File;
  /** An object URL of the file, for a video element. */
  url: string;
  sizeBytes: number;
  /** SHA-256 of the first and the last MiB, one after the other, in hexadecimal. */
  edgesHash: string;
  /** Whether a video element shows its picture; false for ProRes, DNx, HEVC in most browsers. */
  isPictureShown: boolean;
}
