import { clampPoint } from '@/app/ui/clampAffect';
import { readNumber } from '@/app/ui/readNumber';
import type { UrlCodec } from '@/app/ui/useUrlState';
import type { EmotionPoint } from '@/ml/affect/emotionPoint';
import { readNarrowed, writeNarrowed, type Narrowed } from '../narrow/narrowUrl';

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
    const limit = readNumber(parameters.get('n'));
    const chosen = valence !== null && arousal !== null;
    return {
      ...readNarrowed(parameters),
      point: chosen ? clampPoint({ valence, arousal }) : null,
      limit: resultLimits.find((known) => known === limit) ?? resultLimits[0],
    };
  },

  write(state) {
    const parameters = new URLSearchParams();
    if (state.point) {
      parameters.set('v', String(state.point.valence));
      parameters.set('a', String(state.point.arousal));
    }
    if (state.limit !== resultLimits[0]) parameters.set('n', String(state.limit));
    writeNarrowed(parameters, state);
    return parameters;
  },
};
