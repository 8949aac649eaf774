import type { FileReader } from '../fileReader';
import type { FileHead } from '../files/fileHead';
import type { EegOptions, EegRecording } from './eegRecording';

/** One format of recordings: how to tell it, and how to open it. */
export interface EegFormat {
  /** As it is told to people, such as "EDF or BDF". */
  format: string;
  /** True for files of this format, by their content where it says so, else by their name. */
  recognises(file: FileHead): boolean;
  /** Reads what the file says of itself. Throws AppError naming the file and what to do. */
  open(file: FileHead, options: EegOptions): Promise<EegRecording>;
  /** Only of formats that a study may also read as a series of samples. */
  readSeries?: FileReader['readSeries'];
}
