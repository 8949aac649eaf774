import { formatCount } from '@/app/ui/format';

/** Kinds of job that hear a file. */
const listening = new Set(['import', 'analyse-again', 'embed']);

const words = {
  again: {
    heading: 'Listening again, for a newer model',
    deed: 'Listening again to',
    ended: 'Files listened to again',
    thing: 'file',
  },
  files: {
    heading: 'Listening to new music',
    deed: 'Listening to',
    ended: 'Files listened to',
    thing: 'file',
  },
  jobs: { heading: 'At work', deed: 'At work on', ended: 'Jobs done', thing: 'job' },
} as const;

/** What to call jobs of these kinds: files that are listened to, for the first time or again, where all of them are, else jobs. */
export function jobWords(kinds: readonly string[]) {
  const told = words[subjectOf(kinds)];
  return { ...told, count: (count: number) => formatCount(count, told.thing) };
}

function subjectOf(kinds: readonly string[]): keyof typeof words {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'analyse-again')) return 'again';
  return kinds.every((kind) => listening.has(kind)) ? 'files' : 'jobs';
}
