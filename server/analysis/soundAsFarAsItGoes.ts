import type { PcmChunk } from '@/ml/audio/pcm';
import { isAppError } from '../base/errors';

/** Sound that broke off before this is no sound to keep, seconds. */
const leastHeardSeconds = 1;

/**
 * A decoder's chunks. Where it fails after the first second of sound, they end there and `onBreakOff` is told why;
 * before, its error is thrown. What their consumer throws is not the decoder's and passes through.
 */
export async function* soundAsFarAsItGoes(
  chunks: AsyncIterable<PcmChunk>,
  onBreakOff?: (error: unknown) => void,
): AsyncGenerator<PcmChunk, void, undefined> {
  let samples = 0;
  let seconds = 0;
  try {
    for await (const chunk of chunks) {
      samples += chunk.channels[0].length;
      seconds = samples / chunk.sampleRateHz;
      yield chunk;
    }
  } catch (error) {
    // More than is heard was no break: it is refused as a whole, as where the header had said so.
    if (seconds < leastHeardSeconds || (isAppError(error) && error.code === 'too-large')) throw error;
    onBreakOff?.(error);
  }
}
