import { oneOf, readNumberWithin, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

const told = ['both', 'valence', 'arousal'] as const;
const ways = ['hand', 'playing'] as const;
const listeners = ['own', 'anyone'] as const;

/** What is asked: a stretch of a recording, and the model that hears it. */
export interface QueryState {
  /** Null for the first that is measured. */
  recording: number | null;
  /** Null for the newest that is trained. */
  model: number | null;
  dimension: (typeof told)[number];
  /** The listener's own networks, where a model has them, or those for anyone. */
  listener: (typeof listeners)[number];
  /** A stretch chosen by hand, or the one that was just heard. */
  way: (typeof ways)[number];
  /** Of the recording; null for its beginning and for its end. */
  fromSeconds: number | null;
  toSeconds: number | null;
  /** Which trial is heard, where it plays. */
  trial: number | null;
}

const ids = { min: 1, max: 999_999_999 };
const times = { min: 0, max: 1e6 };

/** `?recording=&model=&dimension=&listener=&way=&from=&to=&trial=`. */
export const queryUrl: UrlCodec<QueryState> = {
  read: (parameters) => ({
    recording: readNumberWithin(parameters.get('recording'), ids),
    model: readNumberWithin(parameters.get('model'), ids),
    dimension: oneOf(told, parameters.get('dimension')),
    listener: oneOf(listeners, parameters.get('listener')),
    way: oneOf(ways, parameters.get('way')),
    fromSeconds: readNumberWithin(parameters.get('from'), times),
    toSeconds: readNumberWithin(parameters.get('to'), times),
    trial: readNumberWithin(parameters.get('trial'), ids),
  }),
  write: ({ recording, model, dimension, listener, way, fromSeconds, toSeconds, trial }) =>
    writeParameters({
      ...{ recording, model },
      dimension: unlessDefault(dimension, 'both'),
      listener: unlessDefault(listener, 'own'),
      way: unlessDefault(way, 'hand'),
      ...{ from: fromSeconds, to: toSeconds, trial },
    }),
};

export type ChangeQuery = (part: Partial<QueryState>) => void;
