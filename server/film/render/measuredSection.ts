import type { FileHandle } from 'node:fs/promises';
import { Resampler } from '@/ml/audio/filter/resampler';
import { stereoMix } from '@/ml/audio/filter/stereoMix';
import { LoudnessMeter } from '@/ml/audio/measure/loudnessMeter';
import { TruePeakMeter } from '@/ml/audio/measure/truePeakMeter';
import type { PcmChunk } from '@/ml/audio/pcm';
import { mediaRateHz } from '../interchange/handedOver';
import type { SectionLevels } from './loudnessGain';
import type { SectionPlan } from './sectionPlan';

/** Left and right, of one length, at 48 kHz. */
export type Stereo = [left: Float32Array, right: Float32Array];

/** What a section is like, before any gain. */
export interface MeasuredSection extends SectionLevels {
  lengthSamples: number;
}

/**
 * Writes a section's samples to `target`, left and right by turns in 32-bit floating point, and measures them on the way:
 * memory does not grow with the section.
 */
export async function measuredSection(
  chunks: AsyncIterable<PcmChunk>,
  plan: SectionPlan,
  target: FileHandle,
): Promise<MeasuredSection> {
  const loudness = new LoudnessMeter();
  const peaks = new TruePeakMeter();
  const cueEnd = plan.cueAtSample + plan.cueSamples;
  let written = 0;
  for await (const piece of within(stereoAtMediaRate(chunks), plan)) {
    peaks.push({ channels: piece, sampleRateHz: mediaRateHz });
    const [from, to] = [plan.cueAtSample, cueEnd].map((sample) =>
      Math.min(piece[0].length, Math.max(0, sample - written)),
    );
    const heard = piece.map((samples) => samples.subarray(from, to));
    if (from < to) loudness.push({ channels: heard, sampleRateHz: mediaRateHz });
    await target.write(interleaved(piece));
    written += piece[0].length;
  }
  const { integratedLufs = null } = loudness.finish();
  const { samplePeakDb = null, truePeakDb = null } = peaks.finish();
  return { lengthSamples: written, integratedLufs, samplePeakDb, truePeakDb };
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

/** What of a sound lies within a plan; no more is asked for once it is complete. */
async function* within(
  sound: AsyncIterable<Stereo>,
  { firstSample, lengthSamples }: SectionPlan,
): AsyncGenerator<Stereo, void, undefined> {
  let at = 0;
  for await (const piece of sound) {
    const from = Math.max(0, firstSample - at);
    const to = Math.min(piece[0].length, firstSample + lengthSamples - at);
    if (from < to) yield [piece[0].subarray(from, to), piece[1].subarray(from, to)];
    at += piece[0].length;
    if (at >= firstSample + lengthSamples) return;
  }
}

function interleaved([left, right]: Stereo): Uint8Array {
  const samples = new Float32Array(2 * left.length);
  for (let index = 0; index < left.length; index++) {
    samples[2 * index] = left[index];
    samples[2 * index + 1] = right[index];
  }
  return new Uint8Array(samples.buffer);
}
