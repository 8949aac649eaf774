import { encodeCurve } from '@/ml/affect/curveCodec';
import type { PcmChunk } from '@/ml/audio/pcm';
import { levelSketch } from '@/ml/dtw/search/levelSketch';
import { shapeSketch } from '@/ml/dtw/search/shapeSketch';
import type { EmotionProfiler } from '@/ml/emotion/emotionProfile';
import { AppError } from '../base/errors';
import { emotionModel } from './emotionModel';
import type { FileAnalysis } from './fileFacts';
import { lengthWarning } from './lengthWarning';
import { profile } from './profile';
import { listenerHandlerOf, type Extent, type SoundListener } from './soundListener';
import { SoundMeasures } from './soundMeasures';

/** Computes everything that is kept of a sound, in memory that does not grow with its length. */
class ProfileListener implements SoundListener<FileAnalysis> {
  private measures?: SoundMeasures;

  constructor(
    private readonly profiler: EmotionProfiler,
    private readonly announcedSeconds: number | null,
  ) {}

  async push(chunk: PcmChunk): Promise<void> {
    this.measures ??= new SoundMeasures(chunk.sampleRateHz, this.profiler);
    await this.measures.push(chunk);
  }

  async finish({ brokeOff, ...extent }: Extent): Promise<FileAnalysis> {
    if (!this.measures) throw new AppError('unreadable', 'no sound could be decoded');
    const { profile: found, ...sound } = await this.measures.finish();
    return {
      modelVersion: found.modelVersion,
      ...extent,
      ...found.point,
      embedding: found.embedding,
      sketch: levelSketch(found.curve),
      shapeSketch: shapeSketch(found.curve),
      curve: encodeCurve(found.curve),
      ...sound,
      warning: brokeOff ?? lengthWarning(extent.durationSeconds, this.announcedSeconds),
    };
  }
}

export const profileHandler = listenerHandlerOf(
  profile,
  async (_, { announcedSeconds }) => new ProfileListener((await emotionModel()).profiler(), announcedSeconds),
);
