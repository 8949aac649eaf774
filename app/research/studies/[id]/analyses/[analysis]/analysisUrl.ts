import { oneOf, readNumberWithin, unlessDefault, writeParameters } from '@/app/ui/url/parameters';
import type { UrlCodec } from '@/app/ui/url/urlCodec';

const shown = ['score', 'r2', 'p'] as const;
const layerReadings = ['best', 'depth'] as const;
const views = ['drawn', 'surface'] as const;

/** What of an answer is looked at. */
export interface AnalysisState {
  /** The map, by its id; null for the first. */
  map: string | null;
  /** The pieces: 'all', or those of a mood. */
  group: string;
  show: (typeof shown)[number];
  view: (typeof views)[number];
  /** Less than this is not coloured; null for the threshold of the test. */
  floor: number | null;
  /** Of layers: the best by region, or their mean depth. */
  layer: (typeof layerReadings)[number];
  /** Regions whose joint score is less have no preferred layer; null for the threshold of the test. */
  joint: number | null;
  region: string | null;
  piece: string | null;
  scale: string | null;
  /** Another analysis beside this one. */
  with: number | null;
}

/** `?map=&group=&show=&view=&floor=&layer=&joint=&region=&piece=&scale=&with=`. */
export const analysisUrl: UrlCodec<AnalysisState> = {
  read: (parameters) => ({
    map: parameters.get('map'),
    group: parameters.get('group') ?? 'all',
    show: oneOf(shown, parameters.get('show')),
    view: oneOf(views, parameters.get('view')),
    floor: readNumberWithin(parameters.get('floor'), { min: 0, max: 1e6 }),
    layer: oneOf(layerReadings, parameters.get('layer')),
    joint: readNumberWithin(parameters.get('joint'), { min: 0, max: 1e6 }),
    region: parameters.get('region'),
    piece: parameters.get('piece'),
    scale: parameters.get('scale'),
    with: readNumberWithin(parameters.get('with'), { min: 1, max: 999_999_999 }),
  }),
  write: ({ group, show, view, layer, ...rest }) =>
    writeParameters({
      ...rest,
      group: unlessDefault(group, 'all'),
      show: unlessDefault(show, 'score'),
      view: unlessDefault(view, 'drawn'),
      layer: unlessDefault(layer, 'best'),
    }),
};

export type ChangeAnalysis = (part: Partial<AnalysisState>, kind?: 'step' | 'glide') => void;
