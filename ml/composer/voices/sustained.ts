import type { Note } from '../score';
import { noiseMask, noiseStart, whiteNoise } from './noise';
import { frequencyOf, onePole, sampleRateHz, samplesIn, type Voice } from './voice';
import { harmonicTable, sawLikeTable, sineTable, tableLength } from './wavetable';

/** How a sustained instrument makes its tone. */
interface Sustained {
  table: Float32Array;
  note: Note;
  attackSeconds: number;
  releaseSeconds: number;
  vibratoHz: number;
  vibratoCents: number;
  /** Corner of the low-pass after the tone. */
  cornerHz: number;
  /** Level of the noise of breath or bow. */
  noise: number;
}

/** Rises over the attack, sags a little, and falls over the release after the note's end; smooth throughout. */
function envelopeOf({ note, attackSeconds, releaseSeconds }: Sustained): Float32Array {
  const held = samplesIn(note.durationSeconds);
  const attack = Math.min(samplesIn(attackSeconds), held);
  const envelope = new Float32Array(held + samplesIn(releaseSeconds));
  const smooth = (x: number) => x * x * (3 - 2 * x);
  const sag = 0.22 / held;
  for (let i = 0; i < held; i++) envelope[i] = (i < attack ? smooth(i / attack) : 1) * (1 - sag * i);
  const release = envelope.length - held;
  for (let i = 0; i < release; i++) envelope[held + i] = 0.78 * smooth(1 - (i + 1) / release);
  return envelope;
}

/** Reads the table with a vibrato that comes in late, adds noise, softens, and shapes by the envelope. */
function renderSustained(tone: Sustained): Float32Array {
  const { table, note, cornerHz, noise } = tone;
  const sound = envelopeOf(tone);
  const step = (frequencyOf(note) * tableLength) / sampleRateHz;
  const wobbleStep = (tone.vibratoHz * tableLength) / sampleRateHz;
  const depth = step * (2 ** (tone.vibratoCents / 1200) - 1);
  const vibratoIn = 1 / samplesIn(0.6);
  const corner = onePole(cornerHz);
  const start = noiseStart(note);
  let phase = start % tableLength;
  let wobble = 0;
  let once = 0;
  let twice = 0;
  for (let i = 0; i < sound.length; i++) {
    const index = phase | 0;
    const between = phase - index;
    const value = table[index] + between * (table[index + 1] - table[index]);
    once += corner * (value + noise * whiteNoise[(start + i) & noiseMask] - once);
    twice += corner * (once - twice);
    sound[i] *= twice;
    const late = i * vibratoIn;
    phase += step + depth * (late < 1 ? late * late : 1) * sineTable[wobble | 0];
    if (phase >= tableLength) phase -= tableLength;
    wobble += wobbleStep;
    if (wobble >= tableLength) wobble -= tableLength;
  }
  return sound;
}

const fluteHarmonics = [1, 0.42, 0.2, 0.06, 0.03, 0.012];
/** How much more of every further harmonic a flute gives that is blown as brightly as can be; the inverse when as dully. */
const fluteBrilliance = 2.4;

/** A flute: few harmonics, the upper ones as it is blown, breath, a gentle vibrato. */
export const flute: Voice = (note) =>
  renderSustained({
    table: harmonicTable(frequencyOf(note), fluteHarmonics, fluteBrilliance ** (2 * note.brightness - 1)),
    note,
    attackSeconds: Math.min(0.12, 0.02 + 0.6 * note.attackSeconds),
    releaseSeconds: 0.14,
    vibratoHz: 5,
    vibratoCents: note.vibratoCents,
    cornerHz: 1600 + 4500 * note.brightness,
    noise: 0.035 + 0.04 * note.brightness,
  });

/** A bowed string: a softened sawtooth with vibrato and a trace of bow noise. */
export const bowedString: Voice = (note) =>
  renderSustained({
    table: sawLikeTable(frequencyOf(note), 0.25 + 0.75 * note.brightness),
    note,
    attackSeconds: Math.min(0.25, 0.015 + note.attackSeconds),
    releaseSeconds: 0.08 + 0.8 * note.attackSeconds,
    vibratoHz: 5.6,
    vibratoCents: note.vibratoCents * 0.8,
    cornerHz: 500 + 5200 * note.brightness + frequencyOf(note),
    noise: 0.025,
  });

/** A pad: a dark, slow ensemble tone; the score doubles it out of tune for width. */
export const pad: Voice = (note) =>
  renderSustained({
    table: sawLikeTable(frequencyOf(note), 0.15 + 0.75 * note.brightness),
    note,
    attackSeconds: Math.min(0.7, 0.12 + 2 * note.attackSeconds),
    releaseSeconds: 0.5,
    vibratoHz: 0.7 + 0.03 * (note.midi % 12),
    vibratoCents: 5,
    cornerHz: 400 + 3600 * note.brightness,
    noise: 0,
  });
