import type { UrlCodec } from '@/app/ui/useUrlState';

/** What the marks of the maps are coloured by. */
export const colourings = ['valence', 'arousal'] as const;
export type Colouring = (typeof colourings)[number];

export interface FeaturesState {
  colouring: Colouring;
}

/** `?colour=arousal`; valence without it. */
export const featuresUrl: UrlCodec<FeaturesState> = {
  read: (parameters) => ({
    colouring: colourings.find((known) => known === parameters.get('colour')) ?? colourings[0],
  }),
  write: ({ colouring }) =>
    new URLSearchParams(colouring === colourings[0] ? undefined : { colour: colouring }),
};
