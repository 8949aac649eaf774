import type { FrameRate } from '@/ml/timeCode/frameRate';
import { fetchSignedIn } from '@/app/fetchSignedIn';
import type { DescribedTimeline } from '@/server/film/interchange/layTimeline';
import type { FilmProject } from '../filmProject';

export type { DescribedTimeline };

/** A timeline that was read, or why it was not, in words. */
export type TimelineReading =
  { described: DescribedTimeline; refusal?: undefined } | { described?: undefined; refusal: string };

interface TimelineQuestion {
  /** Believed where the file does not tell. */
  rate?: FrameRate;
  dropFrame?: boolean;
  /** The film that it is to be laid on. */
  film?: Pick<FilmProject['film'], 'rate' | 'startFrame' | 'lengthFrames'>;
  signal?: AbortSignal;
}

const mostBytes = 20 * 2 ** 20;

/** Has the server read a timeline or a list of markers of an editing program; nothing of it is kept there. */
export async function readTimelineFile(
  file: File,
  question: TimelineQuestion = {},
): Promise<TimelineReading> {
  if (file.size > mostBytes)
    return { refusal: `“${file.name}” is over ${mostBytes / 2 ** 20} MB: no timeline is.` };
  const answer = await fetchSignedIn(`/api/films/describe?${addressOf(file.name, question)}`, {
    method: 'POST',
    body: file,
    signal: question.signal,
  });
  if (answer.ok) return { described: (await answer.json()) as DescribedTimeline };
  const { error } = (await answer.json()) as { error: string };
  return { refusal: error };
}

function addressOf(name: string, { rate, dropFrame, film }: TimelineQuestion): string {
  const address = new URLSearchParams({ name: name.slice(-500) });
  if (rate) address.set('rate', rateText(rate));
  if (dropFrame !== undefined) address.set('drop', dropFrame ? '1' : '0');
  if (film) {
    address.set('filmRate', rateText(film.rate));
    address.set('start', String(film.startFrame));
    address.set('length', String(film.lengthFrames));
  }
  return address.toString();
}

function rateText({ numerator, denominator }: FrameRate): string {
  return `${numerator}/${denominator}`;
}
