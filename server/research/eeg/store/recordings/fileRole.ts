import { basename } from 'node:path';
import { isBeside } from '../../../studies/mapping/isBeside';

/** What a file of a study is by its name: a recording, a table, or what lies beside a recording. */
export type FileRole = 'recording' | 'tracks' | 'trials' | 'beside';

/** Parts of a recording, and what the file ends in that is the recording itself: BrainVision, EEGLAB, DEAP. */
const parts: readonly [part: RegExp, whole: RegExp][] = [
  [/\.(vmrk|amrk|eeg|avg|seg)$/i, /\.[va]hdr$/i],
  [/\.fdt$/i, /\.set$/i],
  // DEAP's s01.dat is no part, but a pickle that is refused in words.
  [/(?<!(^|\/)s\d\d)\.dat$/i, /\.([va]hdr|set)$/i],
  [/_labels\.npy$/i, /\.npy$/i],
];

/** What a brought file is taken for. */
export function fileRole(name: string): FileRole {
  const file = basename(name).toLowerCase();
  if (file === 'tracks.tsv') return 'tracks';
  if (file === 'trials.tsv') return 'trials';
  return isBeside(name) || parts.some(([part]) => part.test(name)) ? 'beside' : 'recording';
}

/** What files of one recording have in common: the name without its ending, and without what BIDS puts before it. */
export function recordingStem(name: string): string {
  return name.replace(/(_(eeg|events|channels|labels|data))?\.[^./]+$/i, '');
}

/** True where a file that lies beside a recording is read with it: of the same stem, markers and samples with their header alone. */
export function isReadWith(beside: string, recording: string): boolean {
  const wholes = parts.filter(([part]) => part.test(beside)).map(([, whole]) => whole);
  const isOfKind = wholes.length === 0 || wholes.some((whole) => whole.test(recording));
  return isOfKind && recordingStem(beside) === recordingStem(recording);
}

/** Whose a recording is where nobody said: by `sub-LABEL`, else by the file's name. */
export function participantOf(name: string): string {
  const file = basename(name);
  return /(?:^|_)sub-([^_.]+)/i.exec(file)?.[1] ?? recordingStem(file);
}
