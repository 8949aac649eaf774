import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import type { FilmEdit } from './filmEdit';

const rateHz = 16_000;
/** Pieces cross over shortly before the beat, so that its stroke is heard once. */
const crossSeconds = 0.03;
const beforeBeatSeconds = 0.025;

/** When in the track the music is that an edit has at a time. */
export function trackTime({ pieces }: FilmEdit, seconds: number): number {
  let at = 0;
  for (const { startSeconds, endSeconds } of pieces) {
    const end = at + endSeconds - startSeconds;
    if (seconds < end) return startSeconds + seconds - at;
    at = end;
  }
  return pieces.at(-1)!.endSeconds;
}

/** So many samples of the curve that an edit would have if every moment kept its own: interpolated. */
export function splicedCurve(curve: EmotionCurve, edit: FilmEdit, samples: number): EmotionCurve {
  const side = (values: Float32Array) =>
    Float32Array.from({ length: samples }, (_, sample) => {
      const place = trackTime(edit, (sample + 0.5) * curveHopSeconds) / curveHopSeconds - 0.5;
      const within = Math.min(values.length - 1, Math.max(0, place));
      const below = Math.floor(within);
      const above = Math.min(values.length - 1, below + 1);
      return values[below] + (within - below) * (values[above] - values[below]);
    });
  return { valence: side(curve.valence), arousal: side(curve.arousal) };
}

/**
 * The sound of an edit at 16 kHz: pieces cross over within 30 ms that end 5 ms after the beat, by equal power, or by equal
 * gain as far as both are the same sound.
 */
export function splicedSound(mono16k: Float32Array, { pieces }: FilmEdit): Float32Array {
  const samplesOf = (seconds: number) => Math.round(seconds * rateHz);
  const lengths = pieces.map(({ startSeconds, endSeconds }) => samplesOf(endSeconds - startSeconds));
  const sound = new Float32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  pieces.forEach(({ startSeconds }, place) => {
    const from = samplesOf(startSeconds);
    sound.set(mono16k.subarray(from, from + lengths[place]), at);
    if (place > 0) {
      const previous = samplesOf(pieces[place - 1].endSeconds);
      crossOver(sound, mono16k, { at, from, previous });
    }
    at += lengths[place];
  });
  return sound;
}

function crossOver(
  sound: Float32Array,
  track: Float32Array,
  { at, from, previous }: { at: number; from: number; previous: number },
): void {
  const length = Math.round(crossSeconds * rateHz);
  const before = Math.round(beforeBeatSeconds * rateHz);
  const pair = Array.from({ length }, (_, i) => [
    track[previous - before + i] ?? 0,
    track[from - before + i] ?? 0,
  ]);
  const likeness = correlation(pair);
  pair.forEach(([out, into], i) => {
    const share = (i + 0.5) / length;
    const [fall, rise] = [Math.cos((share * Math.PI) / 2), Math.sin((share * Math.PI) / 2)];
    const norm = Math.sqrt(1 + 2 * likeness * fall * rise);
    const place = at - before + i;
    if (place >= 0 && place < sound.length) sound[place] = (out * fall + into * rise) / norm;
  });
}

/** 0 to 1. */
function correlation(pair: readonly number[][]): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (const [a, b] of pair) {
    product += a * b;
    ofA += a * a;
    ofB += b * b;
  }
  return ofA > 0 && ofB > 0 ? Math.max(0, product / Math.sqrt(ofA * ofB)) : 0;
}
