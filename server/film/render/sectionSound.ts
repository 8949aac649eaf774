import { Resampler } from '@/ml/audio/filter/resampler';
import { stereoMix } from '@/ml/audio/filter/stereoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { mediaRateHz } from '../interchange/handedOver';
import type { SectionPlan } from './sectionPlan';

/** Left and right, of one length, at 48 kHz. */
export type Stereo = [left: Float32Array, right: Float32Array];

/** What of a sound lies within a plan, at 48 kHz; no more is asked for once it is complete. */
export async function* sectionSound(
  chunks: AsyncIterable<PcmChunk>,
  { firstSample, lengthSamples }: Pick<SectionPlan, 'firstSample' | 'lengthSamples'>,
): AsyncGenerator<Stereo, void, undefined> {
  let at = 0;
  for await (const piece of stereoAtMediaRate(chunks)) {
    const from = Math.max(0, firstSample - at);
    const to = Math.min(piece[0].length, firstSample + lengthSamples - at);
    if (from < to) yield [piece[0].subarray(from, to), piece[1].subarray(from, to)];
    at += piece[0].length;
    if (at >= firstSample + lengthSamples) return;
  }
}

/** Sound as left and right at 48 kHz; one channel goes to both. */
async function* stereoAtMediaRate(chunks: AsyncIterable<PcmChunk>): AsyncGenerator<Stereo, void, undefined> {
  let resamplers: Resampler[] = [];
  const bothOf = (channels: Float32Array[]): Stereo => [channels[0], channels[1] ?? channels[0]];
  for await (const chunk of chunks) {
    const { channels, sampleRateHz } = stereoMix(chunk);
    if (resamplers.length === 0) resamplers = channels.map(() => new Resampler(sampleRateHz, mediaRateHz));
    yield bothOf(channels.map((samples, channel) => resamplers[channel].push(samples)));
  }
  if (resamplers.length > 0) yield bothOf(resamplers.map((resampler) => resampler.flush()));
}

/** Bytes of 32-bit floating point, left and right by turns. */
export function interleaved([left, right]: Stereo): Uint8Array {
  const samples = new Float32Array(2 * left.length);
  for (let index = 0; index < left.length; index++) {
    samples[2 * index] = left[index];
    samples[2 * index + 1] = right[index];
  }
  return new Uint8Array(samples.buffer);
}
