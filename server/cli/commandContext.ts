import type { Output } from './output';

/** What main hands to commands that are registered in files of their own. */
export interface CommandContext {
  /** Runs a command and makes its answer the exit status; what it throws is told in plain words. */
  run: (work: () => number | Promise<number>) => Promise<void>;
  /** Where results go, as the options of the whole program say. */
  output: () => Output;
}
