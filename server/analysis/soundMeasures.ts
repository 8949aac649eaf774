import { LogMel } from '@/ml/audio/measure/logMel';
import { monoMix } from '@/ml/audio/filter/monoMix';
import type { PcmChunk } from '@/ml/audio/pcm';
import { PitchClasses } from '@/ml/audio/measure/pitchClasses';
import { Resampler } from '@/ml/audio/filter/resampler';
import type { EmotionProfile, EmotionProfiler } from '@/ml/emotion/emotionProfile';
import { type Metered, SoundMeters } from './soundMeters';

/** The rate of everything that listens to the mono sound, Hz. */
const innerRateHz = 16_000;

/** All that is kept of a whole sound. */
export interface Measured extends Metered {
  profile: EmotionProfile;
}

/** Everything that listens to a sound, fed once with its chunks as they are decoded, in bounded memory. */
export class SoundMeasures {
  private readonly meters: SoundMeters;
  private readonly resampler: Resampler;
  private readonly logMel = new LogMel();
  private readonly pitchClasses = new PitchClasses();

  constructor(
    sampleRateHz: number,
    private readonly profiler: EmotionProfiler,
  ) {
    this.meters = new SoundMeters(sampleRateHz);
    this.resampler = new Resampler(sampleRateHz, innerRateHz);
  }

  /** The next chunk; to be awaited before the one after it. */
  async push(chunk: PcmChunk): Promise<void> {
    const mono = monoMix(chunk.channels);
    this.meters.hearSound(chunk, mono);
    await this.hear(this.resampler.push(mono));
  }

  async finish(): Promise<Measured> {
    await this.hear(this.resampler.flush());
    await this.hearFrames(this.logMel.flush());
    return { profile: await this.profiler.finish(this.pitchClasses.finish()), ...this.meters.finish() };
  }

  private async hear(mono16k: Float32Array): Promise<void> {
    this.pitchClasses.push(mono16k);
    await this.hearFrames(this.logMel.push(mono16k));
  }

  private async hearFrames(melFrames: Float32Array): Promise<void> {
    this.meters.hearFrames(melFrames);
    await this.profiler.push(melFrames);
  }
}
