import type { PcmChunk } from '@/ml/audio/pcm';

/** What two programs that read one file must agree on. */
export interface HeardSound {
  seconds: number;
  /** Mean power over all channels, dB of full scale; -120 for silence. */
  levelDb: number;
}

const leastPower = 1e-12;

/** Measures a whole sound. Throws what its decoder throws. */
export async function heardSound(chunks: AsyncIterable<PcmChunk>): Promise<HeardSound> {
  let [seconds, energy, samples] = [0, 0, 0];
  for await (const { channels, sampleRateHz } of chunks) {
    seconds += channels[0].length / sampleRateHz;
    for (const channel of channels) {
      samples += channel.length;
      for (const sample of channel) energy += sample * sample;
    }
  }
  return { seconds, levelDb: 10 * Math.log10(Math.max(leastPower, energy / Math.max(1, samples))) };
}
