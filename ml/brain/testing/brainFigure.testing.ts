import type { BrainValue } from '../brainValue';
import { divergingScale } from '../colour/colourScale';
import type { BrainFigure } from '../scene/brainFigure';
import type { BrainScene, SceneNode } from '../scene/sceneNode';
import { schaefer100 } from '../regions/schaefer100';

/** The hundred parcels with a value that grows from back to front, those in front significant. */
export const parcelValues = (): BrainValue[] =>
  [...schaefer100].map(([name, centre]) => ({
    target: { name, network: null, hemisphere: null, centre },
    value: centre[1] / 300,
    significant: centre[1] > 40,
  }));

/** Values of regions that are known by their names alone. */
export const namedValues = (...names: string[]): BrainValue[] =>
  names.map((name, index) => ({
    target: { name, network: null, hemisphere: null, centre: null },
    value: 0.1 * (index + 1),
  }));

export const testFigure = (changes: Partial<BrainFigure> = {}): BrainFigure => ({
  values: parcelValues(),
  views: ['hemispheres', 'glass'],
  scale: divergingScale({ limit: 0.4, floor: 0, scheme: 'light' }),
  scheme: 'light',
  measure: 'mean r',
  significance: 'p < .05',
  width: 800,
  labels: true,
  picked: null,
  idPrefix: 'test',
  ...changes,
});

/** Every node of a drawing, those within others too. */
export const allNodes = ({ nodes }: Pick<BrainScene, 'nodes'>): SceneNode[] =>
  nodes.flatMap((each) => [each, ...allNodes({ nodes: each.children })]);
