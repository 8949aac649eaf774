import { oneOf, readNumber, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';
import { dimensions, type Dimension } from '@/ml/affect/dimension';
import { layoutMethods, perplexities, type LayoutWish } from '@/ml/projection/layoutChoice';

export interface FeaturesState extends LayoutWish {
  /** What the marks of the maps are coloured by. */
  colouring: Dimension;
}

/** `?colour=arousal&map=umap`, `?perplexity=50`; valence and t-SNE at the perplexity that suits, without them. */
export const featuresUrl: UrlCodec<FeaturesState> = {
  read: (parameters) => ({
    colouring: oneOf(dimensions, parameters.get('colour')),
    method: oneOf(layoutMethods, parameters.get('map')),
    perplexity: oneOf([null, ...perplexities], readNumber(parameters.get('perplexity'))),
  }),
  write: ({ colouring, method, perplexity }) =>
    writeParameters({
      colour: unlessDefault(colouring, dimensions[0]),
      map: unlessDefault(method, layoutMethods[0]),
      perplexity,
    }),
};
