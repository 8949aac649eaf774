import { oneOf, readNumberWithin, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';
import { dimensions } from '@/ml/affect/dimension';

const schemes = ['tracks', 'participants', 'both', 'shuffle'] as const;
const colourings = ['valence', 'arousal', 'modality', 'participant'] as const;

export type Colouring = (typeof colourings)[number];

/** What of a model is looked at. */
export interface ModelState {
  scheme: (typeof schemes)[number];
  dimension: (typeof dimensions)[number];
  /** A track of the training set, by its place; null for the first. */
  track: number | null;
  /** What the marks of the common space are coloured by. */
  colour: Colouring;
}

/** `?scheme=&dimension=&track=&colour=`. */
export const modelUrl: UrlCodec<ModelState> = {
  read: (parameters) => ({
    scheme: oneOf(schemes, parameters.get('scheme')),
    dimension: oneOf(dimensions, parameters.get('dimension')),
    track: readNumberWithin(parameters.get('track'), { min: 0, max: 1e6 }),
    colour: oneOf(colourings, parameters.get('colour')),
  }),
  write: ({ scheme, dimension, track, colour }) =>
    writeParameters({
      scheme: unlessDefault(scheme, 'tracks'),
      dimension: unlessDefault(dimension, 'valence'),
      track,
      colour: unlessDefault(colour, 'valence'),
    }),
};

export type ChangeModel = (part: Partial<ModelState>) => void;
