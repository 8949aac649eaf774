import type { Readable } from 'node:stream';
import { z } from 'zod';
import { mayDropFrames } from '@/ml/timeCode/frameRate';
import { parseRate } from '@/ml/timeCode/parseRate';
import { askProcess } from '../../analysis/askProcess';
import { AppError } from '../../base/errors';
import { parseInput } from '../../base/parseInput';
import { layTimeline, layTimelineApart, type DescribedTimeline } from './layTimeline';

/** Far above any real timeline, and short of what a page could work with. */
const mostTimelineBytes = 20 * 2 ** 20;
/** What is read at once, in milliseconds: to start a process for it would take longer. */
const shortBytes = 128 * 1024;

/** The film that a timeline is of, as far as it is known: text, as addresses have it. */
const filmWish = z
  .object({
    name: z.string().min(1).max(500),
    rate: z.string().max(40).transform(rateOf).optional(),
    drop: z
      .enum(['0', '1'])
      .transform((drop) => drop === '1')
      .optional(),
    /** The film's own rate, where the file is to be counted at another. */
    filmRate: z.string().max(40).transform(rateOf).optional(),
    start: z.coerce.number().int().min(0).max(1e9).optional(),
    length: z.coerce.number().int().min(1).max(1e9).optional(),
  })
  .refine(
    ({ start, length, rate, filmRate = rate }) =>
      length === undefined || (start !== undefined && filmRate !== undefined),
    {
      path: ['length'],
      message: 'together with start and rate',
    },
  );

function rateOf(text: string, context: z.RefinementCtx) {
  try {
    return parseRate(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'a number from 1 to 240, such as 25, 23.976 or 24000/1001' });
    return z.NEVER;
  }
}

/**
 * Reads a timeline or a list of markers that a page sends, and lays it on the page's film. Nothing of it is kept.
 *
 * @param query name, rate and drop of the file, filmRate, start and length of the film
 * @throws AppError 'too-large' beyond 20 MiB, 'invalid' for a query that is none, and as `readTimeline` does
 */
export async function describeTimeline(
  body: Readable,
  { query, declaredBytes, signal }: { query: URLSearchParams; declaredBytes?: number; signal?: AbortSignal },
): Promise<DescribedTimeline> {
  const wish = parseInput(filmWish, Object.fromEntries(query) as z.input<typeof filmWish>);
  const bytes = await boundedBody(body, { name: wish.name, declaredBytes });
  const { rate, drop, filmRate = rate, start, length } = wish;
  const film =
    filmRate && start !== undefined && length !== undefined
      ? {
          ...{ rate: filmRate, startFrame: start, lengthFrames: length },
          dropFrame: drop === true && mayDropFrames(filmRate),
        }
      : null;
  const question = { name: wish.name, bytes, options: { rate, dropFrame: drop }, film };
  return bytes.length <= shortBytes
    ? layTimeline(question)
    : askProcess(layTimelineApart, question, { what: wish.name, signal });
}

async function boundedBody(
  body: Readable,
  { name, declaredBytes = 0 }: { name: string; declaredBytes?: number },
): Promise<Buffer> {
  const tooLarge = () =>
    new AppError('too-large', `invalid FILE: ${name} (over ${mostTimelineBytes / 2 ** 20} MB)`);
  if (declaredBytes > mostTimelineBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  // A body that is refused midway is not cut off, so that its sender reads the answer.
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostTimelineBytes) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
