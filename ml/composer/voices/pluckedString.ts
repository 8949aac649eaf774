import type { Note } from '../score';
import { noiseMask, noiseStart, whiteNoise } from './noise';
import { frequencyOf, onePole, sampleRateHz, samplesIn, taper, type Voice } from './voice';

/** The string's first turn: noise softened by the finger, seamless where it meets itself, with the notch of a pluck at a fifth of its length. */
function pluck(note: Note, length: number): Float32Array {
  const string = new Float32Array(length);
  const soften = onePole(800 + 7500 * note.brightness * (0.5 + 0.5 * note.velocity));
  const start = noiseStart(note);
  let once = 0;
  let smooth = 0;
  for (let i = -length; i < length; i++) {
    once += soften * (whiteNoise[(start + ((i + length) % length)) & noiseMask] - once);
    smooth += soften * (once - smooth);
    if (i >= 0) string[i] = smooth;
  }
  const pickAt = Math.max(1, Math.round(length / 5));
  const combed = string.map((value, i) => value - 0.8 * string[(i - pickAt + length) % length]);
  return levelled(combed);
}

/** Without its mean, at a peak of 1. */
function levelled(turn: Float32Array): Float32Array {
  const mean = turn.reduce((sum, value) => sum + value, 0) / turn.length;
  const peak = turn.reduce((most, value) => Math.max(most, Math.abs(value - mean)), 1e-9);
  return turn.map((value) => (value - mean) / peak);
}

/** Time in which the string falls by 60 dB: low strings ring longer, staccato ones are damped. */
function ringSeconds(note: Note): number {
  const free = 4.2 * 2 ** ((55 - note.midi) / 22);
  return Math.min(free, 0.35 + 2.4 * note.durationSeconds);
}

/**
 * A plucked string: noise circulating in a delay line through a gentle low-pass (Karplus and Strong 1983, Digital
 * synthesis of plucked-string and drum timbres), tuned between samples by an all-pass and its decay set by pitch
 * (Jaffe and Smith 1983, Extensions of the Karplus-Strong plucked-string algorithm; both Computer Music Journal 7(2)).
 */
export const pluckedString: Voice = (note) => {
  const frequencyHz = frequencyOf(note);
  const damping = 0.5 - 0.38 * note.brightness;
  const period = sampleRateHz / frequencyHz - damping;
  const length = Math.floor(period - 0.1);
  const fraction = period - length;
  const allPass = (1 - fraction) / (1 + fraction);
  const seconds = ringSeconds(note);
  const loss = 10 ** (-3 / (frequencyHz * seconds));
  const string = pluck(note, length);
  const sound = new Float32Array(samplesIn(Math.min(seconds, 4)));
  let place = 0;
  let before = 0;
  let passedIn = 0;
  let passedOut = 0;
  for (let i = 0; i < sound.length; i++) {
    const now = string[place];
    sound[i] = now;
    const filtered = loss * ((1 - damping) * now + damping * before);
    before = now;
    passedOut = allPass * (filtered - passedOut) + passedIn;
    passedIn = filtered;
    string[place] = passedOut;
    if (++place === length) place = 0;
  }
  return soften(taper(sound, 0.05));
};

/** Two milliseconds of attack instead of a step. */
function soften(sound: Float32Array): Float32Array {
  const count = Math.min(sound.length, 64);
  for (let i = 0; i < count; i++) sound[i] *= (i + 0.5) / count;
  return sound;
}
