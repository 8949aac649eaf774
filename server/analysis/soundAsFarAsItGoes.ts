import type { PcmChunk } from '@/ml/audio/pcm';

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
    if (seconds < leastHeardSeconds) throw error;
    onBreakOff?.(error);
  }
}
