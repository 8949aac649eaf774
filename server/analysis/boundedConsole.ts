import { format } from 'node:util';

/** Lines of a decoder's complaints of one file that reach the log. */
const mostLines = 5;

/**
 * Bounds what libraries write to the console: a decoder that prints a line for every broken packet lets a file of some
 * megabytes fill the disk with log. Returns what is to be called before each new piece of work.
 */
export function boundConsole(write: (line: string) => void): () => void {
  let lines = 0;
  console.error = (...words: unknown[]) => {
    lines++;
    if (lines <= mostLines) write(format(...words));
    if (lines === mostLines + 1) write('more of the same is not told');
  };
  return () => (lines = 0);
}
