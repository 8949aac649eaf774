import { extent, scaleLinear } from 'd3';
import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import { divergingScale, type ColourScale } from '@/ml/brain/colour/colourScale';
import { sequentialColour } from '@/ml/brain/colour/valueColours';

/** How values become colours, the same for all maps that are looked at together. */
export interface HeadScale extends Pick<ColourScale, 'ticks'> {
  /** The values at the ends of the bar; what lies beyond has the colour of the end. */
  from: number;
  to: number;
  /** The colour at a place of the bar, 0..1. */
  colourAt: (position: number) => string;
}

/** The least range of round numbers around all values, for maps that are to share it: [0, 1] without values. */
export function roundRange(values: Iterable<number>): [from: number, to: number] {
  const [least, most] = extent(values);
  if (least === undefined || most === undefined) return [0, 1];
  if (least === most) return [least - 0.5, most + 0.5];
  const [from, to] = scaleLinear([least, most], [0, 1]).nice(5).domain();
  return [from, to];
}

/**
 * A scale from grey to violet for what has no middle, such as entropy.
 *
 * @throws RangeError where `to` is not above `from`
 */
export function rangeScale(options: { from: number; to: number; scheme: BrainScheme }): HeadScale {
  const { from, to, scheme } = options;
  if (!(to > from)) throw new RangeError(`invalid to: ${to} (above from, ${from})`);
  const along = scaleLinear([from, to], [0, 1]);
  const write = along.tickFormat(4);
  return {
    from,
    to,
    colourAt: (position) => sequentialColour(position, scheme),
    ticks: along.ticks(4).map((value) => ({ position: along(value), label: write(value) })),
  };
}

/** A scale symmetric about 0 for differences: blue below, red above. Throws RangeError for a limit not above 0. */
export function differenceScale(options: { limit: number; scheme: BrainScheme }): HeadScale {
  const { limit, scheme } = options;
  const { colourAt, ticks } = divergingScale({ limit, floor: 0, scheme });
  return { from: -limit, to: limit, colourAt: (position) => colourAt(position)!, ticks };
}

/** The colour of a value, for cells: those of `headField`. */
export function colourOfValue({ from, to, colourAt }: HeadScale, value: number): string {
  return colourAt(Math.min(1, Math.max(0, (value - from) / (to - from))));
}
