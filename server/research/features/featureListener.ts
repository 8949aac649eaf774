import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import type { PcmChunk } from '@/ml/audio/pcm';
import { listenerHandlerOf, type Extent, type SoundListener } from '../../analysis/soundListener';
import { features } from './features';
import { OpenFeatures } from './openFeatures';

/** Computes all features that are wanted of one sound, each at its own rate, in memory that does not grow with its length. */
class FeatureListener implements SoundListener<null> {
  /** One for every rate that a feature takes its sound at. */
  private readonly resamplers = new Map<number, Resampler>();

  constructor(private readonly opened: OpenFeatures) {}

  async push({ channels, sampleRateHz }: PcmChunk): Promise<void> {
    const mono = monoMix(channels);
    for (const rateHz of new Set(this.opened.parts.map((part) => part.rateHz))) {
      const resampler = this.resamplers.get(rateHz) ?? new Resampler(sampleRateHz, rateHz);
      this.resamplers.set(rateHz, resampler);
      await this.hear(rateHz, resampler.push(mono));
    }
  }

  async finish(_extent: Extent, alive: () => void): Promise<null> {
    for (const [rateHz, resampler] of this.resamplers) await this.hear(rateHz, resampler.flush());
    for (const part of this.opened.parts) await part.finish(alive);
    await this.opened.finish();
    return null;
  }

  close(): Promise<void> {
    return this.opened.close();
  }

  private async hear(rateHz: number, mono: Float32Array): Promise<void> {
    for (const part of this.opened.parts) if (part.rateHz === rateHz) await part.push(mono);
  }
}

export const featuresHandler = listenerHandlerOf(
  features,
  async (targets) => new FeatureListener(await OpenFeatures.open(targets)),
);
