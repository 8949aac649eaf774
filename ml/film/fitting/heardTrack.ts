import frontEnd from '../../audio/measure/frontEnd.json';
import { frameHopSeconds, LogMel } from '../../audio/measure/logMel';
import { BeatMeter } from '../../beat/beatMeter';
import { chromaHopSeconds, ChromaFrames } from '../../beat/chromaFrames';
import { beatSounds, type BeatSounds } from './beatSounds';

const { melBands, sampleRateHz } = frontEnd;

/** A track whose bars are known. */
export interface HeardTrack extends BeatSounds {
  mono16k: Float32Array;
  durationSeconds: number;
  /** In seconds, ascending. */
  beats: number[];
  /** Which of the beats begin a bar, ascending. */
  barBeats: number[];
}

/**
 * Beats, bars and the sound of each beat of a whole track at 16 kHz; undefined where it has no steady beat. `alive` is
 * called now and then.
 */
export function heardTrack(
  mono16k: Float32Array,
  alive: () => void = () => undefined,
): HeardTrack | undefined {
  const meter = new BeatMeter();
  const chroma = new ChromaFrames();
  const logMel = new LogMel();
  const melFrames: Float32Array[] = [];
  const hear = (piece: Float32Array, frames: Float32Array) => {
    melFrames.push(frames.slice());
    chroma.push(piece);
    meter.push(piece, frames);
    alive();
  };
  for (let at = 0; at < mono16k.length; at += 10 * sampleRateHz) {
    const piece = mono16k.subarray(at, at + 10 * sampleRateHz);
    hear(piece, logMel.push(piece));
  }
  hear(new Float32Array(0), logMel.flush());
  const { beats, downbeats, steady } = meter.finish();
  alive();
  if (!steady) return undefined;
  const first = new Set(downbeats);
  const barBeats = beats.flatMap((beat, place) => (first.has(beat) ? [place] : []));
  const sounds = beatSounds(beats, {
    mel: { values: joined(melFrames), columns: melBands, hopSeconds: frameHopSeconds },
    chroma: { values: chroma.finish(), columns: 12, hopSeconds: chromaHopSeconds },
  });
  return { mono16k, durationSeconds: mono16k.length / sampleRateHz, beats, barBeats, ...sounds };
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
