import type { BrainScheme } from '../brain/colour/brainTheme';
import type { BrainScene } from '../brain/scene/sceneNode';

/** What every figure is told beside its numbers. */
export interface FigureFrame {
  /** What it shows, in a sentence, for those who cannot see it. */
  title: string;
  scheme: BrainScheme;
  /** CSS pixels. */
  width: number;
  height: number;
  /** What the axes measure, with the unit. */
  xLabel: string;
  yLabel: string;
}

/** A drawing of fixed size in CSS pixels. */
export type Figure = Omit<BrainScene, 'undrawn'>;

/** The part of a figure that values are drawn in, pixels. */
export interface PlotBox {
  left: number;
  right: number;
  top: number;
  bottom: number;
}
