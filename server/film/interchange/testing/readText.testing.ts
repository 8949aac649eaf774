import type { Timeline } from '../timeline';
import { readTimeline } from '../read/readTimeline';
import type { FilmCount } from '../read/timelineFile';

/** Reads text as a file whose name tells nothing of its format. */
export function readText(text: string, film: FilmCount = {}): Timeline {
  return readTimeline('film.txt', Buffer.from(text), film);
}

/** One picture event of an edit decision list. */
export const oneCut = '001  A        V     C        00:00:00:00 00:00:10:00 01:01:00:02 01:01:10:02';

/** An edit decision list of these lines. */
export function editList(lines: string[]): string {
  return `TITLE: FILM\n${lines.join('\n')}\n`;
}
