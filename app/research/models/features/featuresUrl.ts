import { oneOf, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';
import { dimensions, type Dimension } from '@/ml/affect/dimension';

export interface FeaturesState {
  /** What the marks of the maps are coloured by. */
  colouring: Dimension;
}

/** `?colour=arousal`; valence without it. */
export const featuresUrl: UrlCodec<FeaturesState> = {
  read: (parameters) => ({
    colouring: oneOf(dimensions, parameters.get('colour')),
  }),
  write: ({ colouring }) => writeParameters({ colour: unlessDefault(colouring, dimensions[0]) }),
};
