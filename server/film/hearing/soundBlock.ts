import { analysisKind } from '../../analysis/analysisKind';
import type { ImportedFile } from '../../base/importedFile';
import { mediaRateHz } from '../interchange/handedOver';

/** Samples a channel of a block: four minutes, which most tracks are not longer than. */
export const blockSamples = 240 * mediaRateHz;
/** Left and right by turns, 32-bit floating point. */
export const frameBytes = 8;

/** A block of a track to be decoded into a file of bare samples. */
export interface BlockQuestion {
  file: ImportedFile;
  /** It begins `index` times `blockSamples` after the track's first sample. */
  index: number;
  /** How many times slower the track is played; the block is then of the whole track stretched. */
  stretch?: number;
  /** Where it is written. Shorter than a block where the track ends, empty where it ended before. */
  target: string;
}

export const soundBlock = analysisKind<BlockQuestion, null>('sound-block');
