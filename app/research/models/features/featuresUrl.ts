import type { UrlCodec } from '@/app/ui/useUrlState';
import { dimensions, type Dimension } from '@/ml/affect/dimension';

export interface FeaturesState {
  /** What the marks of the maps are coloured by. */
  colouring: Dimension;
}

/** `?colour=arousal`; valence without it. */
export const featuresUrl: UrlCodec<FeaturesState> = {
  read: (parameters) => ({
    colouring: dimensions.find((known) => known === parameters.get('colour')) ?? dimensions[0],
  }),
  write: ({ colouring }) =>
    new URLSearchParams(colouring === dimensions[0] ? undefined : { colour: colouring }),
};
