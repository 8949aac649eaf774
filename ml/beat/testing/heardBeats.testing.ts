import { LogMel } from '../../audio/measure/logMel';
import { BeatMeter, type Beats } from '../beatMeter';

/** What a meter tells of a sound at 16 kHz that comes in pieces of so many samples. */
export function heardBeats(mono16k: Float32Array, pieceSamples = mono16k.length): Beats {
  const meter = new BeatMeter();
  const logMel = new LogMel();
  for (let at = 0; at < mono16k.length; at += pieceSamples) {
    const piece = mono16k.subarray(at, at + pieceSamples);
    meter.push(piece, logMel.push(piece));
  }
  meter.push(new Float32Array(0), logMel.flush());
  return meter.finish();
}
