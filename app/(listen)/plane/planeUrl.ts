import { clampAffect, type EmotionPoint } from '@/app/ui/emotionPoint';
import type { UrlCodec } from '@/app/ui/useUrlState';

/** What the plane page shows; all of it is in the address. */
export interface PlaneState {
  point: EmotionPoint | null;
  /** Words the results must hold. */
  text: string;
  limit: number;
  minDurationSeconds: number | null;
  maxDurationSeconds: number | null;
  minTempoBpm: number | null;
  maxTempoBpm: number | null;
}

export const resultLimits = [10, 25, 50, 100] as const;

const numberOf = (text: string | null): number | null => {
  const value = text === null || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(value) ? value : null;
};

const positive = (text: string | null): number | null => {
  const value = numberOf(text);
  return value !== null && value >= 0 ? value : null;
};

const narrowings = {
  from: 'minDurationSeconds',
  to: 'maxDurationSeconds',
  slow: 'minTempoBpm',
  fast: 'maxTempoBpm',
} as const;

/** `?v=&a=` the point, `q` words, `n` how many, `from`/`to` seconds of length, `slow`/`fast` beats a minute. */
export const planeUrl: UrlCodec<PlaneState> = {
  read(parameters) {
    const valence = numberOf(parameters.get('v'));
    const arousal = numberOf(parameters.get('a'));
    const limit = numberOf(parameters.get('n'));
    return {
      point:
        valence === null || arousal === null
          ? null
          : { valence: clampAffect(valence), arousal: clampAffect(arousal) },
      text: (parameters.get('q') ?? '').slice(0, 200),
      limit: resultLimits.find((known) => known === limit) ?? resultLimits[0],
      minDurationSeconds: positive(parameters.get('from')),
      maxDurationSeconds: positive(parameters.get('to')),
      minTempoBpm: positive(parameters.get('slow')),
      maxTempoBpm: positive(parameters.get('fast')),
    };
  },

  write(state) {
    const parameters = new URLSearchParams();
    if (state.point) {
      parameters.set('v', String(state.point.valence));
      parameters.set('a', String(state.point.arousal));
    }
    if (state.text) parameters.set('q', state.text);
    if (state.limit !== resultLimits[0]) parameters.set('n', String(state.limit));
    for (const [key, name] of Object.entries(narrowings)) {
      const value = state[name];
      if (value !== null) parameters.set(key, String(value));
    }
    return parameters;
  },
};

/** The filter the server understands; undefined where nothing narrows the search. */
export function filterOf(state: Omit<PlaneState, 'point' | 'limit'>) {
  const filter = {
    text: state.text.trim() || undefined,
    minDurationSeconds: state.minDurationSeconds ?? undefined,
    maxDurationSeconds: state.maxDurationSeconds ?? undefined,
    minTempoBpm: state.minTempoBpm ?? undefined,
    maxTempoBpm: state.maxTempoBpm ?? undefined,
  };
  return Object.values(filter).some((value) => value !== undefined) ? filter : undefined;
}
