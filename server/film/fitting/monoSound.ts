import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import { joinedSamples } from '@/ml/audio/joinedSamples';
import type { PcmChunk } from '@/ml/audio/pcm';
import { AppError } from '../../base/errors';

const rateHz = 16_000;
/** Longer tracks are not fitted: all of their sound is kept in memory. */
const mostMinutes = 30;

/** A whole sound as one channel at 16 kHz. Throws AppError where it is too long, or none at all. */
export async function monoSound(chunks: AsyncIterable<PcmChunk>): Promise<Float32Array> {
  const parts: Float32Array[] = [];
  let length = 0;
  const keep = (part: Float32Array) => {
    parts.push(part.slice());
    length += part.length;
    if (length > mostMinutes * 60 * rateHz)
      throw new AppError('unsupported', `it is longer than ${mostMinutes} minutes: fit a shorter track`);
  };
  let resampler: Resampler | undefined;
  for await (const { channels, sampleRateHz } of chunks) {
    resampler ??= new Resampler(sampleRateHz);
    keep(resampler.push(monoMix(channels)));
  }
  if (!resampler) throw new AppError('unreadable', 'no sound could be decoded');
  keep(resampler.flush());
  return joinedSamples(parts);
}
