import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import type { EmbeddingModel } from '@/ml/embedding/embeddingModel';
import { AppError } from '../base/errors';
import { decodeFile, type OpenFile } from './decodeFile';
import { requireUnchanged, withSoundFile } from './identifyFile';
import type { FileIdentity } from './messages';
import { soundAsFarAsItGoes } from './soundAsFarAsItGoes';
import { loadedModel, type ModelToLoad } from './loadedModel';

/** Told the share of the work done, 0..1, and the length of the sound in seconds as far as it is known. */
type EmbeddingListener = (fraction: number, audioSeconds: number | null) => void;

/**
 * Decodes a file as a stream and embeds its sound by an added model, in memory that does not grow with its length. A
 * file that breaks off after the first second is taken as far as it goes.
 * Throws AppError, AudioError, RangeError or a system error that says why there is no embedding.
 */
export async function embedFile(
  { path, identity, model }: { path: string; identity: FileIdentity; model: ModelToLoad },
  onProgress: EmbeddingListener,
): Promise<Float32Array> {
  const loaded = await loadedModel(model);
  return withSoundFile(path, async (file) => {
    await requireUnchanged(file, identity);
    return embedSound(file, loaded, (fraction) => onProgress(fraction, identity.announcedSeconds));
  });
}

async function embedSound(
  file: OpenFile,
  model: EmbeddingModel,
  onRead: (fraction: number) => void,
): Promise<Float32Array> {
  const embedder = model.embedder();
  let resampler: Resampler | undefined;
  for await (const { channels, sampleRateHz } of soundAsFarAsItGoes(decodeFile(file, onRead))) {
    resampler ??= new Resampler(sampleRateHz, model.sampleRateHz);
    await embedder.push(resampler.push(monoMix(channels)));
    if (file.container === 'foreign') onRead(0);
  }
  if (!resampler) throw new AppError('unreadable', 'no sound could be decoded');
  await embedder.push(resampler.flush());
  return embedder.finish();
}
