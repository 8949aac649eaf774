import type { PcmChunk } from '@/ml/audio/pcm';
import { AppError } from '../base/errors';
import { readSoundLimits, type SoundLimits } from '../base/soundSettings';

/** Above this, decoding takes minutes: three hours of two channels at 48 kHz, in samples of all channels together. */
const manySamples = 1e9;

/** True for a file that would hold up others for long, by what its headers announce. */
export function isLongToHear({ announcedSamples }: { announcedSamples: number | null }): boolean {
  return announcedSamples !== null && announcedSamples > manySamples;
}

/** How much of a sound there is: seconds, and samples of all channels together; null where that is not known. */
interface Extent {
  seconds: number | null;
  samples: number | null;
}

/** Throws AppError 'too-large' for more sound than an operator allows (MAX_SOUND_HOURS, MAX_SOUND_GIGASAMPLES). */
export function requireHearable(
  { seconds, samples }: Extent,
  { hours, gigasamples }: SoundLimits = readSoundLimits(process.env),
): void {
  if (seconds !== null && seconds > 3600 * hours)
    throw new AppError(
      'too-large',
      `it is longer than ${hours} hours, and no more is heard: cut it into parts`,
    );
  if (samples !== null && samples > 1e9 * gigasamples)
    throw new AppError(
      'too-large',
      `it holds more than ${gigasamples} thousand million samples, and no more are heard: cut it into parts, or convert it to fewer channels or a lower rate`,
    );
}

/** A decoder's chunks, as long as they are within the limits, whatever the headers said. Throws as requireHearable does. */
export async function* hearableSound(
  chunks: AsyncIterable<PcmChunk>,
): AsyncGenerator<PcmChunk, void, undefined> {
  const limits = readSoundLimits(process.env);
  let [seconds, samples] = [0, 0];
  for await (const chunk of chunks) {
    const { length } = chunk.channels[0];
    seconds += length / chunk.sampleRateHz;
    samples += length * chunk.channels.length;
    requireHearable({ seconds, samples }, limits);
    yield chunk;
  }
}
