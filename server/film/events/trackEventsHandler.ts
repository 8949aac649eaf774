import { LogMel } from '@/ml/audio/measure/logMel';
import { monoMix } from '@/ml/audio/filter/monoMix';
import { Resampler } from '@/ml/audio/filter/resampler';
import type { PcmChunk } from '@/ml/audio/pcm';
import { BeatMeter } from '@/ml/beat/beatMeter';
import type { ProgressListener } from '../../analysis/analysisKind';
import { decodeFile } from '../../analysis/decodeFile';
import { withSoundFile } from '../../analysis/identifyFile';
import { handlerOf } from '../../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../../analysis/soundAsFarAsItGoes';
import { AppError } from '../../base/errors';
import type { ImportedFile } from '../../base/importedFile';
import { trackEvents, type TrackEvents } from './trackEvents';

export const trackEventsHandler = handlerOf(trackEvents, ({ file }, onProgress) =>
  eventsOf(file, onProgress),
);

function eventsOf(source: ImportedFile, onProgress: ProgressListener): Promise<TrackEvents> {
  return withSoundFile(source, async (file) => {
    const sound = soundAsFarAsItGoes(decodeFile(file, (fraction) => onProgress(fraction * 0.9, null)));
    const meter = await heard(sound);
    const { beats, downbeats, onsets, steady } = meter.finish();
    return { beats, downbeats, onsets, steady };
  });
}

async function heard(sound: AsyncIterable<PcmChunk>): Promise<BeatMeter> {
  const meter = new BeatMeter();
  const logMel = new LogMel();
  let resampler: Resampler | undefined;
  const hear = (mono16k: Float32Array) => meter.push(mono16k, logMel.push(mono16k));
  for await (const { channels, sampleRateHz } of sound) {
    resampler ??= new Resampler(sampleRateHz);
    hear(resampler.push(monoMix(channels)));
  }
  if (!resampler) throw new AppError('unreadable', 'no sound could be decoded');
  hear(resampler.flush());
  meter.push(new Float32Array(0), logMel.flush());
  return meter;
}
