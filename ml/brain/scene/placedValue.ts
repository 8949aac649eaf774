import type { BrainValue } from '../brainValue';
import type { ViewPoint } from '../outlines/spline';
import type { MniPoint } from '../regions/namedRegions';

/** A value at one of its places; a region named without its side has two. */
export interface PlacedValue {
  value: BrainValue;
  centre: MniPoint;
}

/** A place as a view sees it, in millimetres. */
export interface SeenValue {
  value: BrainValue;
  point: ViewPoint;
}
