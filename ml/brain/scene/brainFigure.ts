import type { BrainValue } from '../brainValue';
import type { BrainScheme } from '../colour/brainTheme';
import type { ColourScale } from '../colour/colourScale';
import type { SceneNode } from './sceneNode';

/** Which views a figure holds: the two sides of each hemisphere, and the brain as of glass from three directions. */
export type BrainView = 'hemispheres' | 'glass';

/** Everything that a figure is drawn from. */
export interface BrainFigure {
  values: readonly BrainValue[];
  views: readonly BrainView[];
  /** One for all views. */
  scale: ColourScale;
  scheme: BrainScheme;
  /** What the colours stand for, written under the bar: "mean r, held out". */
  measure: string;
  /** What a dark edge stands for: "p < .05, family-wise"; null where nothing was tested. */
  significance: string | null;
  /** CSS pixels, 240 or more. */
  width: number;
  /** Names beside coloured regions, where they find room. */
  labels: boolean;
  /** The target that is chosen, by name. */
  picked: string | null;
  /** Makes names of clips and gradients unique on a page; letters, digits, minus. */
  idPrefix: string;
}

/** A part of a figure, from the top down. */
export interface FigureBlock {
  nodes: SceneNode[];
  height: number;
}
