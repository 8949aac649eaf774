import { evenlySpread, type LayerGroup } from '@/app/ui/study/layerGroups';
import { featureSpace } from './proposedSpec';
import type { EncodingSpec } from './specByKind';

/** Spaces that the server takes at most. */
export const mostLayers = 20;

/** A specification whose spaces are these layers as they are, from the input on; of more than it can take, so many evenly spread. */
export const withLayers = (spec: EncodingSpec, layers: readonly string[]): EncodingSpec => ({
  ...spec,
  // A layer is taken as it is, so that its number of columns does not matter.
  spaces: evenlySpread(layers, mostLayers).map((name) => featureSpace({ name, columns: 1 }, false)),
  plan: { ...spec.plan, layers: true },
});

/** The network of which a specification's spaces are layers; null where they are none. */
export const layersOf = (
  { spaces, plan }: Pick<EncodingSpec, 'spaces' | 'plan'>,
  groups: readonly LayerGroup[],
): LayerGroup | null =>
  (plan.layers && groups.find(({ layers }) => spaces.every(({ series }) => layers.includes(series)))) || null;
