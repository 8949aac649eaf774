import frontEnd from '@/ml/audio/measure/frontEnd.json';
import { LogMel } from '@/ml/audio/measure/logMel';
import type { EmbeddingLayerNetwork } from '@/ml/emotion/embeddingLayers';
import { FrameChunks, type FrameChunk } from '@/ml/emotion/frameChunks';
import { lastChunk } from '@/ml/emotion/lastChunk';
import type { RowFile } from './rowFile';
import type { SoundFeature } from './soundFeature';

/** Layers of the project's own embedding network for every half second. */
export class OwnLayerFeature implements SoundFeature {
  readonly rateHz = frontEnd.sampleRateHz;
  private readonly logMel = new LogMel();
  private readonly chunks = new FrameChunks();
  private frames = 0;
  private heard = 0;

  /** @param files one a layer, in the network's order */
  constructor(
    private readonly network: EmbeddingLayerNetwork,
    private readonly files: readonly RowFile[],
  ) {}

  push(mono: Float32Array): Promise<void> {
    return this.hearFrames(this.logMel.push(mono));
  }

  async finish(): Promise<void> {
    await this.hearFrames(this.logMel.flush());
    const last = lastChunk(this.chunks, { frames: this.frames, heard: this.heard });
    if (last) await this.hear(last);
  }

  close(): Promise<void> {
    return this.network.release();
  }

  private async hearFrames(melFrames: Float32Array): Promise<void> {
    this.frames += melFrames.length / frontEnd.melBands;
    for (const chunk of this.chunks.push(melFrames)) await this.hear(chunk);
  }

  private async hear(chunk: FrameChunk): Promise<void> {
    this.heard += chunk.keep;
    for (const [layer, rows] of (await this.network.hear(chunk)).entries())
      await this.files[layer].append(rows);
  }
}
