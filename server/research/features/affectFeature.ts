import frontEnd from '@/ml/audio/measure/frontEnd.json';
import { LogMel } from '@/ml/audio/measure/logMel';
import { PitchClasses } from '@/ml/audio/measure/pitchClasses';
import type { EmotionModel } from '@/ml/emotion/emotionModel';
import type { EmotionProfiler } from '@/ml/emotion/emotionProfile';
import type { RowFile } from './rowFile';
import type { SoundFeature } from './soundFeature';

/** Where the frames go; null for what is not wanted. */
export interface AffectFiles {
  'log-mel': RowFile | null;
  'circumplex embedding': RowFile | null;
  valence: RowFile | null;
  arousal: RowFile | null;
}

/** Log-mel frames, and what the emotion model makes of them every half second: its embedding, valence and arousal. */
export class AffectFeature implements SoundFeature {
  readonly rateHz = frontEnd.sampleRateHz;
  private readonly logMel = new LogMel();
  private readonly pitchClasses = new PitchClasses();
  private readonly profiler: EmotionProfiler | null;
  private embedded: Float32Array[] = [];

  constructor(
    private readonly files: AffectFiles,
    model: EmotionModel | null,
  ) {
    this.profiler = model?.profiler(({ values }) => this.embedded.push(values)) ?? null;
  }

  async push(mono: Float32Array): Promise<void> {
    if (this.profiler) this.pitchClasses.push(mono);
    await this.hear(this.logMel.push(mono));
  }

  async finish(): Promise<void> {
    await this.hear(this.logMel.flush());
    if (!this.profiler) return;
    const { curve } = await this.profiler.finish(this.pitchClasses.finish());
    await this.writeEmbedded();
    await this.files.valence?.append(curve.valence);
    await this.files.arousal?.append(curve.arousal);
  }

  private async hear(melFrames: Float32Array): Promise<void> {
    await this.files['log-mel']?.append(melFrames);
    await this.profiler?.push(melFrames);
    await this.writeEmbedded();
  }

  private async writeEmbedded(): Promise<void> {
    const rows = this.embedded;
    this.embedded = [];
    for (const values of rows) await this.files['circumplex embedding']?.append(values);
  }
}
