import type { BrainScheme } from './brainTheme';
import type { ColourScale } from './colourScale';
import { orderColour } from './valueColours';

/** No more numbers than this find room under a bar. */
const mostTicks = 12;

/** What the colours of layers depend on. */
export interface LayerScaleOptions {
  /** How many layers there are, two or more. */
  count: number;
  /** Whether a value is a layer's place, or a mean of places that may lie between. */
  show: 'best' | 'depth';
  scheme: BrainScheme;
}

/**
 * A scale of places in the order of layers, 1 to their count: a step a layer for places, without steps for means of places.
 * What is less than 1 is no layer and not coloured. Throws RangeError for fewer than two layers.
 */
export function layerScale({ count, show, scheme }: LayerScaleOptions): ColourScale {
  if (!(count >= 2)) throw new RangeError(`invalid count: ${count} (two layers or more)`);
  const colourOf = (place: number) => (place >= 1 ? orderColour((place - 1) / (count - 1), scheme) : null);
  const every = Math.ceil(count / mostTicks);
  const places = Array.from({ length: count }, (_, at) => at + 1).filter(
    (place) => (place - 1) % every === 0,
  );
  const inSteps = show === 'best';
  return {
    kind: 'ordinal',
    limit: count,
    floor: 1,
    colourOf,
    colourAt: (position) =>
      colourOf(inSteps ? Math.min(count, Math.floor(position * count) + 1) : 1 + position * (count - 1)),
    ticks: places.map((place) => ({
      position: inSteps ? (place - 0.5) / count : (place - 1) / (count - 1),
      label: String(place),
    })),
  };
}
