import { visionFormat } from './brainVision/visionFormat';
import { edfFormat } from './edf/edfFormat';
import type { EegFormat } from './eegFormat';

/** Every format of recordings, the more special before the more general: the first that recognises a file opens it. */
export const eegFormats: readonly EegFormat[] = [edfFormat, visionFormat];
