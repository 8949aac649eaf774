import type { BrainScheme } from '@/ml/brain/colour/brainTheme';
import type { HeadGrid } from './headGrid';
import type { HeadScale } from './headScale';
import type { SitePosition } from '../montage/sitePositions';

/** One head of a figure. */
export interface HeadMap {
  /** Written above it: a band, a time; '' for nothing. */
  title: string;
  /** One an electrode. */
  values: ArrayLike<number>;
}

/** An electrode by its channel's name. */
export interface HeadElectrode {
  channel: string;
  position: SitePosition;
}

/** Everything that head maps are drawn from. */
export interface HeadFigure {
  maps: readonly HeadMap[];
  electrodes: readonly HeadElectrode[];
  /** Of these electrodes, in their order. */
  grid: HeadGrid;
  /** One for all maps. */
  scale: HeadScale;
  scheme: BrainScheme;
  /** What the colours stand for, written under the bar: "differential entropy (nats)". */
  measure: string;
  /** CSS pixels, 160 or more. */
  width: number;
  /** Names beside electrodes. */
  labels: boolean;
  /** Makes names of clips and gradients unique on a page; letters, digits, minus. */
  idPrefix: string;
}
