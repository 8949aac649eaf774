import { basename } from 'node:path';
import { isBeside } from '../../../studies/mapping/isBeside';

/** What a file of a study is by its name: a recording, a table, or what lies beside a recording. */
export type FileRole = 'recording' | 'tracks' | 'trials' | 'beside';

/** Markers and samples of BrainVision, samples of EEGLAB, labels of DEAP. */
const partWords = /\.(vmrk|eeg|avg|seg|fdt)$|_labels\.npy$/i;

/** What a brought file is taken for. */
export function fileRole(name: string): FileRole {
  const file = basename(name).toLowerCase();
  if (file === 'tracks.tsv') return 'tracks';
  if (file === 'trials.tsv') return 'trials';
  return isBeside(name) || partWords.test(name) ? 'beside' : 'recording';
}

/** What files of one recording have in common: the name without its ending, and without what BIDS puts before it. */
export function recordingStem(name: string): string {
  return name.replace(/(_(eeg|events|channels|labels|data))?\.[^./]+$/i, '');
}

/** Whose a recording is where nobody said: by `sub-LABEL`, else by the file's name. */
export function participantOf(name: string): string {
  const file = basename(name);
  return /(?:^|_)sub-([^_.]+)/i.exec(file)?.[1] ?? recordingStem(file);
}
