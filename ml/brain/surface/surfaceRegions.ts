import type { BrainValue } from '../brainValue';
import { centresOf } from '../regions/centresOf';

/** One hemisphere of an installed surface. */
export interface HemisphereMesh {
  hemisphere: 'left' | 'right';
  /** [vertices, 3] millimetres of the folded surface, which centres are measured on; null where none is installed. */
  folded: Float32Array | null;
  vertices: number;
  /** [vertices] places in `names`, 0 for no region; null without a parcellation. */
  labels: Uint16Array | null;
  names: readonly string[];
}

/** How far a region reaches that is known by its centre alone, millimetres. */
const reachMillimetres = 10;

/**
 * The value that each vertex shows, as a place in `values`, -1 for none: by the name of its parcel; for a region that is
 * no parcel of the surface, all within 10 mm of its centre (the nearest vertex at least, where one lies within 20 mm).
 */
export function surfaceRegions(mesh: HemisphereMesh, values: readonly BrainValue[]): Int32Array {
  const regions = new Int32Array(mesh.vertices).fill(-1);
  const parcels = new Map(mesh.names.map((name, place) => [name, place]));
  const byPlace = new Map<number, number>();
  values.forEach(({ target }, index) => {
    const place = target.name === '' ? undefined : parcels.get(target.name);
    if (place !== undefined && place > 0) byPlace.set(place, index);
    else if (!isElsewhere(target.name)) paintAround(regions, mesh, { centres: centresOf(target), index });
  });
  mesh.labels?.forEach((place, vertex) => {
    const index = byPlace.get(place);
    if (index !== undefined) regions[vertex] = index;
  });
  return regions;
}

/** A parcel of another hemisphere or parcellation is known by its borders, not by a ball around its centre. */
const isElsewhere = (name: string): boolean => /^(7|17)Networks_/.test(name);

function paintAround(
  regions: Int32Array,
  { folded, hemisphere }: HemisphereMesh,
  { centres, index }: { centres: readonly (readonly number[])[]; index: number },
): void {
  if (!folded) return;
  for (const centre of centres) {
    if (hemisphere === 'left' ? centre[0] > 4 : centre[0] < -4) continue;
    const away = Array.from({ length: regions.length }, (_, vertex) =>
      Math.hypot(...[0, 1, 2].map((axis) => folded[3 * vertex + axis] - centre[axis])),
    );
    const nearest = away.reduce((least, each) => Math.min(least, each), Infinity);
    const reach = nearest <= 2 * reachMillimetres ? Math.max(reachMillimetres, nearest) : -1;
    away.forEach((each, vertex) => {
      if (each <= reach) regions[vertex] = index;
    });
  }
}
