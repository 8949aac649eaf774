import { arrayFormat } from './array/arrayFormat';
import { visionFormat } from './brainVision/visionFormat';
import { deapFormat } from './deap/deapFormat';
import { edfFormat } from './edf/edfFormat';
import { eeglabFormat } from './eeglab/eeglabFormat';
import type { EegFormat } from './eegFormat';
import { museFormat } from './muse/museFormat';
import { tableFormat } from './table/tableFormat';

/** Every format of recordings, the more special before the more general: the first that recognises a file opens it. */
export const eegFormats: readonly EegFormat[] = [
  edfFormat,
  visionFormat,
  eeglabFormat,
  deapFormat,
  arrayFormat,
  museFormat,
  tableFormat,
];
