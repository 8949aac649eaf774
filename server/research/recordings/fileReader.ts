import type { FileDescription } from './describe/fileDescription';
import type { FileHead } from './files/fileHead';
import type { Series } from './series';
import type { KnownLayout } from './text/textLayout';

/** What somebody who gives a file knows of it; whatever is left out is taken from the file. */
export interface ReadOptions extends KnownLayout {
  /** Seconds between samples, in place of what the file says. */
  hopSeconds?: number;
  /** Seconds from the start of the stimulus to the first sample, in place of what the file says. */
  startSeconds?: number;
  /** Refuse missing numbers (default), or keep them as NaN. */
  missing?: 'refuse' | 'keep';
  /** Which annotation of a JAMS file, counted from 0; all that share their times where left out. */
  annotation?: number;
  /** Which array of an NPZ file; the only one where left out. */
  array?: string;
  /** A label image by which volumes are described by region. */
  labelPath?: string;
  /** A table with names of the labels. */
  labelNames?: string;
  signal?: AbortSignal;
}

/** One format: how to tell it, and how to read it. */
export interface FileReader {
  /** As it is told to people, such as "NPY". */
  format: string;
  /** True for files of this format, by their content where it says so, else by their name. */
  recognises(file: FileHead): boolean;
  describe(file: FileHead, options: ReadOptions): Promise<FileDescription>;
  /** The file as a series; left out where it holds none. */
  readSeries?(file: FileHead, options: ReadOptions): Promise<Series>;
}
