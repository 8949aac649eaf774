import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import type { PcmChunk } from '@/ml/audio/pcm';
import type { EmbeddingModel } from '@/ml/embedding/embeddingModel';
import type { TrackEmbedder } from '@/ml/embedding/trackEmbedder';
import { listenerHandlerOf, type SoundListener } from '../analysis/soundListener';
import { embedding } from './embedding';
import { loadedModel } from './loadedModel';

/** Embeds a sound by an added model, in memory that does not grow with its length. */
class EmbeddingListener implements SoundListener<Float32Array> {
  private readonly embedder: TrackEmbedder;
  private resampler?: Resampler;

  constructor(private readonly model: EmbeddingModel) {
    this.embedder = model.embedder();
  }

  async push({ channels, sampleRateHz }: PcmChunk): Promise<void> {
    this.resampler ??= new Resampler(sampleRateHz, this.model.sampleRateHz);
    await this.embedder.push(this.resampler.push(monoMix(channels)));
  }

  async finish(): Promise<Float32Array> {
    if (this.resampler) await this.embedder.push(this.resampler.flush());
    return this.embedder.finish();
  }
}

export const embeddingHandler = listenerHandlerOf(
  embedding,
  async (model) => new EmbeddingListener(await loadedModel(model)),
);
