import { joinedSamples } from '@/ml/audio/joinedSamples';
import { Stretcher } from '../render/stretch/stretcher';

const sampleRateHz = 16_000;

/** One channel at 16 kHz, so many times longer at its own pitch. */
export async function stretchedMono(mono16k: Float32Array, stretch: number): Promise<Float32Array> {
  const stretcher = await Stretcher.open({ channels: 1, sampleRateHz, stretch });
  return joinedSamples([...stretcher.push([mono16k]), ...stretcher.flush()]);
}
