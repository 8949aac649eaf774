import type { FrameRate } from '@/ml/timeCode/frameRate';

/** A film's file as it was opened in the browser, which it never leaves. */
export interface OpenedFilm {
  file: File;
  /** An object URL of the file, for a video element. */
  url: string;
  sizeBytes: number;
  /** SHA-256 of the first and the last MiB, one after the other, in hexadecimal. */
  edgesHash: string;
  rate: FrameRate;
  /** True where its frames last unequally long; `rate` is the mean then. */
  isVariableRate: boolean;
  lengthFrames: number;
  /** The time code of its first frame as its tmcd track tells it, as frames from 00:00:00:00; null where it has none. */
  startFrame: number | null;
  dropFrame: boolean;
  hasSound: boolean;
  /** Whether a video element shows its picture; false for ProRes, DNx, HEVC in most browsers. */
  isPictureShown: boolean;
  /** The codec of its picture as its file names it: "avc", "prores", "hevc". */
  pictureCodec: string | null;
}
