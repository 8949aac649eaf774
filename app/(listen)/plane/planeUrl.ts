import { readNarrowed, writeNarrowed, type Narrowed } from '@/app/ui/narrow/narrowUrl';
import { oneOf, readNumber, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import { readPoint, writePoint } from '@/app/ui/url/pointParameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';

/** What the plane page shows; all of it is in the address. */
export interface PlaneState extends Narrowed {
  point: EmotionPoint | null;
  limit: number;
}

export const resultLimits = [10, 25, 50, 100] as const;

/** `?v=&a=` the point, `n` how many answers, and what narrows them. */
export const planeUrl: UrlCodec<PlaneState> = {
  read: (parameters) => ({
    ...readNarrowed(parameters),
    point: readPoint(parameters),
    limit: oneOf(resultLimits, readNumber(parameters.get('n'))),
  }),

  write: (state) =>
    writeParameters({
      ...writePoint(state.point),
      n: unlessDefault(state.limit, resultLimits[0]),
      ...writeNarrowed(state),
    }),
};
