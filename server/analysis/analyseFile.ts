import { shapeSketch } from '@/ml/dtw/search/shapeSketch';
import { levelSketch } from '@/ml/dtw/search/levelSketch';
import { encodeCurve } from '@/ml/affect/curveCodec';
import { AppError } from '../base/errors';
import { decodeFile, type OpenFile } from './decodeFile';
import { emotionModel } from './emotionModel';
import { failureOf } from './failureOf';
import { requireUnchanged, withSoundFile } from './identifyFile';
import type { FileAnalysis, FileIdentity } from './messages';
import { lengthWarning } from './lengthWarning';
import { soundAsFarAsItGoes } from './soundAsFarAsItGoes';
import { SoundMeasures, type Measured } from './soundMeasures';

/** Told the share of the work done, 0..1, and the length of the sound in seconds as far as it is known. */
export type AnalysisListener = (fraction: number, audioSeconds: number | null) => void;

/**
 * Decodes a file as a stream and computes everything that is kept of its sound, in memory that does not grow
 * with its length. A file that breaks off after the first second is taken as far as it goes, with a warning.
 * Throws AppError, AudioError or a system error that says why it cannot be read.
 */
export async function analyseFile(
  path: string,
  identity: FileIdentity,
  onProgress: AnalysisListener,
): Promise<FileAnalysis> {
  return withSoundFile(path, async (file) => {
    await requireUnchanged(file, identity);
    const heard = await listen(file, identity, onProgress);
    if (!heard.measures) throw new AppError('unreadable', 'no sound could be decoded');
    await requireUnchanged(file, identity);
    return toAnalysis(heard, await heard.measures.finish(), identity);
  });
}

/** What has been decoded so far. */
interface Heard {
  measures?: SoundMeasures;
  sampleRateHz: number;
  channels: number;
  samples: number;
  /** Why the sound broke off, where it did. */
  brokeOff: string | null;
}

async function listen(file: OpenFile, identity: FileIdentity, onProgress: AnalysisListener): Promise<Heard> {
  const heard: Heard = { sampleRateHz: 0, channels: 0, samples: 0, brokeOff: null };
  const { announcedSeconds } = identity;
  let share = 0;
  const profiler = (await emotionModel()).profiler();
  const chunks = decodeFile(file, (fraction) => (share = fraction));
  const noteBreak = (error: unknown) => (heard.brokeOff = failureOf(error).reason);
  for await (const chunk of soundAsFarAsItGoes(chunks, noteBreak)) {
    heard.sampleRateHz = chunk.sampleRateHz;
    heard.channels = chunk.channels.length;
    heard.measures ??= new SoundMeasures(chunk.sampleRateHz, profiler);
    await heard.measures.push(chunk);
    heard.samples += chunk.channels[0].length;
    const seconds = secondsOf(heard);
    if (file.container === 'foreign' && announcedSeconds) share = seconds / announcedSeconds;
    onProgress(share, announcedSeconds ?? (share > 0 ? seconds / share : null));
  }
  return heard;
}

function secondsOf({ samples, sampleRateHz }: Heard): number {
  return samples / sampleRateHz;
}

function toAnalysis(heard: Heard, measured: Measured, identity: FileIdentity): FileAnalysis {
  const { profile, ...sound } = measured;
  return {
    modelVersion: profile.modelVersion,
    sampleRateHz: heard.sampleRateHz,
    channels: heard.channels,
    durationSeconds: secondsOf(heard),
    ...profile.point,
    embedding: profile.embedding,
    sketch: levelSketch(profile.curve),
    shapeSketch: shapeSketch(profile.curve),
    curve: encodeCurve(profile.curve),
    ...sound,
    warning: heard.brokeOff ?? lengthWarning(secondsOf(heard), identity.announcedSeconds),
  };
}
