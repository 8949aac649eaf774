import { formatCount } from '@/app/ui/format';

/** Kinds of job that hear a file. */
const listening = new Set(['import', 'analyse-again', 'embed']);

const words = {
  files: {
    heading: 'Listening to new music',
    deed: 'Listening to',
    ended: 'Files listened to',
    thing: 'file',
  },
  jobs: { heading: 'At work', deed: 'At work on', ended: 'Jobs done', thing: 'job' },
} as const;

/** What to call jobs of these kinds: files that are listened to where all of them are, else jobs. */
export function jobWords(kinds: readonly string[]) {
  const told = kinds.every((kind) => listening.has(kind)) ? words.files : words.jobs;
  return { ...told, count: (count: number) => formatCount(count, told.thing) };
}
