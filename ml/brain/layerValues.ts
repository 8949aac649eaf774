import type { LayerPreference, TestedMap } from '@/ml/encoding/encodingReport';
import type { Target } from '@/ml/encoding/preparedStudy';
import type { BrainValue } from './brainValue';

/** What regions prefer, on some pieces. */
export interface PreferredLayers {
  targets: readonly Target[];
  /** Names from the input on. */
  layers: readonly string[];
  /** [target] */
  preferences: readonly LayerPreference[];
  /** Of the model with all layers. */
  joint: TestedMap;
}

export interface LayerReading {
  /** The best layer's place, or the mean place weighted by scores. */
  show: 'best' | 'depth';
  /** Regions whose joint score is less are not told of. */
  floor: number;
}

/** What a dark edge of such a map stands for. */
export const layerSignificance = 'told apart from every other layer';

/** The joint score from which on regions are told of: the family-wise threshold, or anything above 0 where nothing was tested. */
export const jointFloor = ({ threshold }: TestedMap): number => Math.max(0, threshold ?? 0);

/** Whether the layers together predict a region well enough to ask which does best. */
export const isTold = ({ observed }: TestedMap, target: number, floor: number): boolean =>
  observed[target] > 0 && observed[target] >= floor;

/** Preferred layers as values by region: places from 1 on, 0 where none is told; edged where the best is told apart from all others. */
export function layerValues(preferred: PreferredLayers, { show, floor }: LayerReading): BrainValue[] {
  const { targets, preferences, joint } = preferred;
  return targets.map((target, index) => {
    const preference = preferences[index];
    if (!isTold(joint, index, floor)) return { target, value: 0, words: 'not predicted' };
    if (preference.best === null) return { target, value: 0, words: 'by no layer alone' };
    return show === 'best'
      ? bestValue(target, preference, preferred)
      : depthValue(target, preference, preferred);
  });
}

function bestValue(target: Target, { best, tied }: LayerPreference, { layers }: PreferredLayers): BrainValue {
  const shown = shortLayers(layers);
  const place = layers.indexOf(best ?? '');
  const ties = tied.map((name) => shown[layers.indexOf(name)]);
  return {
    ...{ target, value: place + 1, significant: ties.length === 0 },
    words: `${shown[place]}${ties.length > 0 ? `, tied with ${ties.join(', ')}` : ''}`,
  };
}

function depthValue(target: Target, { depth }: LayerPreference, { layers }: PreferredLayers): BrainValue {
  if (depth === null) return { target, value: 0, words: 'by no layer alone' };
  const { value, low, high } = depth;
  const bounds = low === null || high === null ? '' : ` (${low.toFixed(1)} to ${high.toFixed(1)})`;
  return { target, value, words: `${value.toFixed(1)} of ${layers.length}${bounds}` };
}

/** Names of layers without the network that all of them begin with: "conv1" of "circumplex:conv1". */
export function shortLayers(layers: readonly string[]): string[] {
  const network = layers[0]?.slice(0, layers[0].indexOf(':') + 1) ?? '';
  return layers.every((name) => name.startsWith(network) && name.length > network.length)
    ? layers.map((name) => name.slice(network.length))
    : [...layers];
}

/** No longer name stands under a bar. */
const longestName = 18;

/** What the colours of layers stand for: "preferred layer, 1 (conv1) to 12 (embedding)". */
export function layerMeasure(layers: readonly string[], show: LayerReading['show']): string {
  const names = shortLayers(layers).map((name) =>
    name.length > longestName ? `…${name.slice(1 - longestName)}` : name,
  );
  const what = show === 'best' ? 'preferred layer' : 'mean preferred depth';
  return `${what}, 1 (${names[0]}) to ${names.length} (${names[names.length - 1]})`;
}
