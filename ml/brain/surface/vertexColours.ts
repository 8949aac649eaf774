import type { BrainValue } from '../brainValue';
import { brainTheme, type BrainScheme } from '../colour/brainTheme';
import type { ColourScale } from '../colour/colourScale';
import { colourOf } from '../scene/regionNode';

export interface VertexPaint {
  /** [vertices] places in `values`, -1 for none, as `surfaceRegions` gives them. */
  regions: Int32Array;
  /** [vertices] -1 (gyrus) to 1 (sulcus), which shades what has no colour; null for none. */
  folds: Float32Array | null;
  values: readonly BrainValue[];
  scale: ColourScale;
  scheme: BrainScheme;
}

/** How much darker than its neighbours the floor of a sulcus is. */
const shade = 0.13;

/** [vertices, 4] red, green, blue, opacity 0..255: the colour of each vertex by its region's value, else of the cortex. */
export function vertexColours({ regions, folds, values, scale, scheme }: VertexPaint): Uint8Array {
  const cortex = bytesOf(brainTheme(scheme).beneath);
  const colours = values.map((value) => {
    const colour = colourOf(value, scale);
    return colour === null ? null : bytesOf(colour);
  });
  const painted = new Uint8Array(4 * regions.length);
  regions.forEach((region, vertex) => {
    const colour = region < 0 ? null : colours[region];
    const light = colour ? 1 : 1 - shade * (folds?.[vertex] ?? 0);
    const [red, green, blue] = (colour ?? cortex).map((byte) => Math.min(255, Math.round(light * byte)));
    painted.set([red, green, blue, 255], 4 * vertex);
  });
  return painted;
}

const bytesOf = (hex: string): number[] => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
