import { frameBlocks } from '../blocks/frameBlocks';
import { NumberPlaces } from '../blocks/numberPlaces';
import { placedBlocks } from '../blocks/placedBlocks';
import type { EegChannel, EegWish } from '../eegRecording';
import { arrayFrames } from './arrayFrames';
import type { MatNumbers } from './matValue';

/**
 * Blocks out of an array of MATLAB with channels in its first dimension: from any place where it lies as it is, else
 * from its beginning.
 */
export function arrayBlocks(
  array: MatNumbers,
  channels: readonly EegChannel[],
  wish: EegWish,
): AsyncIterable<Float64Array[]> {
  const { place, type, littleEndian } = array;
  if (place.kind !== 'file')
    return frameBlocks(channels, arrayFrames(array, channels.length, wish.signal), wish);
  const layout = {
    ...place,
    type,
    littleEndian,
    channels: channels.length,
    samples: channels[0].samples,
    vectorized: false,
  };
  return placedBlocks({ channels, open: () => NumberPlaces.open(layout) }, wish);
}
