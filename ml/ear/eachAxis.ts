import { type Dimension } from '../affect/dimension';

/** Something for each axis of the plane. */
export function eachAxis<Result>(of: (dimension: Dimension) => Result): Record<Dimension, Result> {
  return { valence: of('valence'), arousal: of('arousal') };
}
