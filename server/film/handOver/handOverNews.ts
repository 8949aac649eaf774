import { PassThrough } from 'node:stream';
import { isAppError } from '../../base/errors';
import type { FilmProject } from '../projects/filmProject';
import { handOver, type HandOver, type HandOverPlace } from './handOver';
import type { HandOverWish } from './handOverWish';

/** What whoever waits for a hand-over is told, one after the other; the last is either of the last two. */
export type HandOverNews =
  | { state: 'rendering'; done: number; all: number }
  | ({ state: 'ready' } & Pick<HandOver, 'sections' | 'remarks'>)
  | { state: 'refused'; message: string };

/** Renders what is to be handed over, and tells how it goes; what cannot be handed over is told, too, not thrown. */
export async function* handOverNews(
  place: Omit<HandOverPlace, 'onProgress'>,
  project: FilmProject,
  wish: HandOverWish,
): AsyncGenerator<HandOverNews> {
  const news = new PassThrough({ objectMode: true });
  const onProgress = (done: number, all: number) => news.write({ state: 'rendering', done, all });
  handOver({ ...place, onProgress }, project, wish).then(
    ({ sections, remarks }) => news.end({ state: 'ready', sections, remarks }),
    (fault: unknown) =>
      isAppError(fault)
        ? news.end({ state: 'refused', message: fault.message })
        : news.destroy(fault instanceof Error ? fault : new Error(String(fault))),
  );
  for await (const item of news) yield item as HandOverNews;
}
