import type { LayerModel } from '@/ml/embedding/layerModel';
import type { SoundWindow, WindowStream } from '@/ml/embedding/frontEnds/soundWindow';
import type { RowFile } from './rowFile';
import type { SoundFeature } from './soundFeature';

/** The layers of one network for every window of its front end. */
export class LayerFeature implements SoundFeature {
  readonly rateHz: number;
  private readonly windows: WindowStream;

  /** @param files one a layer, in the model's order */
  constructor(
    private readonly model: LayerModel,
    private readonly files: readonly RowFile[],
  ) {
    this.rateHz = model.frontEnd.sampleRateHz;
    this.windows = model.frontEnd.stream();
  }

  async push(mono: Float32Array): Promise<void> {
    await this.embed(this.windows.push(mono));
  }

  async finish(): Promise<void> {
    await this.embed(this.windows.flush());
  }

  close(): Promise<void> {
    return this.model.release();
  }

  private async embed(windows: SoundWindow[]): Promise<void> {
    for (const { values } of windows) {
      const vectors = await this.model.embed(values);
      for (const [layer, vector] of vectors.entries()) await this.files[layer].append(vector);
    }
  }
}
