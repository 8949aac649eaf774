import type { EmotionCurve } from '@/ml/affect/emotionCurve';
import { LogMel } from '@/ml/audio/measure/logMel';
import { PitchClasses } from '@/ml/audio/measure/pitchClasses';
import { emotionModel } from '../../analysis/emotionModel';

const pieceSamples = 160_000;

/** The emotion curve of a sound at 16 kHz, by the installed model, as every track's is told. */
export async function heardCurve(mono16k: Float32Array, alive: () => void): Promise<EmotionCurve> {
  const profiler = (await emotionModel()).profiler();
  const logMel = new LogMel();
  const pitchClasses = new PitchClasses();
  for (let at = 0; at < mono16k.length; at += pieceSamples) {
    const piece = mono16k.subarray(at, at + pieceSamples);
    pitchClasses.push(piece);
    await profiler.push(logMel.push(piece));
    alive();
  }
  await profiler.push(logMel.flush());
  const { curve } = await profiler.finish(pitchClasses.finish());
  return curve;
}
