import { axialOutline, coronalOutline } from '../outlines/glass';
import type { ViewPoint } from '../outlines/spline';
import type { MniPoint } from '../regions/namedRegions';

export type HemisphereView = 'left lateral' | 'left medial' | 'right medial' | 'right lateral';

/** Closer to the middle than this share of the brain's half width there, a region is seen from inside. */
const medialShare = 0.46;
/** Nearer to the middle than this, in millimetres, both hemispheres are meant. */
const midlineMillimetres = 2.5;

/** The views of the two hemispheres in which a place is seen: one, or both inner sides for the middle of the brain. */
export function sideOf([x, y, z]: MniPoint): HemisphereView[] {
  if (Math.abs(x) < midlineMillimetres) return ['left medial', 'right medial'];
  const hemisphere = x < 0 ? 'left' : 'right';
  const halfWidth = (widthAt(axialOutline, y) * widthAt(coronalOutline, z)) / 70;
  return [`${hemisphere} ${Math.abs(x) < medialShare * halfWidth ? 'medial' : 'lateral'}`];
}

/** How far an outline reaches to the right at one height; its least width of 8 mm beyond its ends. */
function widthAt(outline: readonly ViewPoint[], height: number): number {
  const reaches = outline.map((to, index) => {
    const from = outline[(index + outline.length - 1) % outline.length];
    if (from[1] > height === to[1] > height) return 0;
    return from[0] + ((height - from[1]) / (to[1] - from[1])) * (to[0] - from[0]);
  });
  return Math.max(8, ...reaches);
}
