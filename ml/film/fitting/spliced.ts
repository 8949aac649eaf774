import { curveHopSeconds } from '../../affect/curveHop';
import { type EmotionCurve } from '../../affect/emotionCurve';
import { beforeBeatSeconds, crossed, crossSeconds } from './crossed';
import type { FilmEdit } from './filmEdit';

const rateHz = 16_000;
/** When in the track the music is that an edit has at a time. */
export function trackTime({ pieces, stretch = 1 }: FilmEdit, heardSeconds: number): number {
  const seconds = heardSeconds / stretch;
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
 * The sound of an edit's pieces at 16 kHz, not stretched; they cross over on the beat.
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
  const before = Math.min(Math.round(beforeBeatSeconds * rateHz), from, previous, at);
  const part = (place: number) => {
    const within = new Float32Array(length);
    within.set(track.subarray(place - before, place - before + length));
    return within;
  };
  const both = crossed(part(previous), part(from));
  sound.set(both.subarray(0, sound.length - at + before), at - before);
}
