import { clampPoint } from '@/app/ui/clampAffect';
import { readNarrowed, writeNarrowed, type Narrowed } from '@/app/ui/narrow/narrowUrl';
import { oneOf, readNumber, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
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
  read(parameters) {
    const valence = readNumber(parameters.get('v'));
    const arousal = readNumber(parameters.get('a'));
    const chosen = valence !== null && arousal !== null;
    return {
      ...readNarrowed(parameters),
      point: chosen ? clampPoint({ valence, arousal }) : null,
      limit: oneOf(resultLimits, readNumber(parameters.get('n'))),
    };
  },

  write: (state) =>
    writeParameters({
      v: state.point?.valence ?? null,
      a: state.point?.arousal ?? null,
      n: unlessDefault(state.limit, resultLimits[0]),
      ...writeNarrowed(state),
    }),
};
