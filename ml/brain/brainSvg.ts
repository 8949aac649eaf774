import type { BrainValue } from './brainValue';
import type { BrainScheme } from './colour/brainTheme';
import { divergingScale, pScale, roundLimit, type ColourScale } from './colour/colourScale';
import type { BrainView } from './scene/brainFigure';
import { brainScene } from './scene/brainScene';
import { sceneToSvg } from './scene/sceneToSvg';

export interface BrainSvgOptions {
  measure: string;
  significance?: string | null;
  /** Both by default, below each other. */
  views?: readonly BrainView[];
  kind?: ColourScale['kind'];
  /** The least size that is coloured (for p the largest p); all by default. */
  floor?: number;
  /** The end of the scale, for figures that are compared; a round number by default. */
  limit?: number;
  /** Pixels; 960 by default. */
  width?: number;
  scheme?: BrainScheme;
  /** Makes names within the file unique where several stand on one page. */
  idPrefix?: string;
}

/** Names stand on a drawing of no more regions than this. */
export const mostLabels = 24;

/** A map of the brain as an SVG file, as pages draw it: for reports. Throws RangeError as `brainScene` does. */
export function brainSvg(values: readonly BrainValue[], options: BrainSvgOptions): string {
  const { measure, significance = null, views = ['hemispheres', 'glass'], kind = 'diverging' } = options;
  const { width = 960, scheme = 'light', idPrefix = 'brain' } = options;
  const limit = options.limit ?? roundLimit(values.map(({ value }) => value));
  const scale =
    kind === 'p'
      ? pScale({ least: options.limit, floor: options.floor ?? 1, scheme })
      : divergingScale({ limit, floor: options.floor ?? 0, scheme });
  const drawn = { values, views, scale, scheme, measure, significance, width, idPrefix };
  return sceneToSvg(brainScene({ ...drawn, labels: values.length <= mostLabels, picked: null }));
}
