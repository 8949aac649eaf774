import type { Note } from '../score';
import { noiseMask, noiseStart, whiteNoise } from './noise';
import { decayPerSample, onePole, sampleRateHz, samplesIn, taper, type Voice } from './voice';
import { sineTable, tableLength } from './wavetable';

const mask = tableLength - 1;

/** A struck skin: a sine that glides down from `fromHz` to `toHz` while it decays. */
interface Skin {
  fromHz: number;
  toHz: number;
  glideSeconds: number;
  ringSeconds: number;
}

function strikeSkin({ fromHz, toHz, glideSeconds, ringSeconds }: Skin): Float32Array {
  const sound = new Float32Array(samplesIn(ringSeconds));
  const decay = decayPerSample(ringSeconds);
  const glide = decayPerSample(glideSeconds);
  const perHz = tableLength / sampleRateHz;
  let excess = (fromHz - toHz) * perHz;
  let level = 1;
  let phase = 0;
  for (let i = 0; i < sound.length; i++) {
    sound[i] = level * sineTable[phase & mask];
    phase += toHz * perHz + excess;
    excess *= glide;
    level *= decay;
  }
  return sound;
}

/** Noise between two corners, rising over an attack and decaying. */
interface Rattle {
  lowHz: number;
  highHz: number;
  attackSeconds: number;
  ringSeconds: number;
}

function rattle(note: Note, { lowHz, highHz, attackSeconds, ringSeconds }: Rattle): Float32Array {
  const sound = new Float32Array(samplesIn(attackSeconds + ringSeconds));
  const start = noiseStart(note);
  const attack = samplesIn(attackSeconds);
  const decay = decayPerSample(ringSeconds);
  const high = onePole(highHz);
  const low = onePole(lowHz);
  let level = 1;
  let below = 0;
  let lowest = 0;
  let lower = 0;
  for (let i = 0; i < sound.length; i++) {
    below += high * (whiteNoise[(start + i) & noiseMask] - below);
    lowest += low * (below - lowest);
    lower += low * (below - lowest - lower);
    sound[i] = (i < attack ? i / attack : level) * (below - lowest - lower);
    if (i >= attack) level *= decay;
  }
  return sound;
}

function mix(sound: Float32Array, other: Float32Array, gain: number): Float32Array {
  const longer = new Float32Array(Math.max(sound.length, other.length));
  longer.set(sound);
  for (let i = 0; i < other.length; i++) longer[i] += gain * other[i];
  return taper(longer, 0.02);
}

/** A bass drum: a deep glide and a soft click of the beater. */
export const kick: Voice = (note) => {
  const skin = strikeSkin({ fromHz: 150, toHz: 48, glideSeconds: 0.1, ringSeconds: 0.34 });
  const click = rattle(note, { lowHz: 400, highHz: 3000, attackSeconds: 0.001, ringSeconds: 0.03 });
  return mix(skin, click, 0.25 * note.brightness);
};

/** A snare drum: skin and wires, more wires when bright. */
export const snare: Voice = (note) => {
  const skin = strikeSkin({ fromHz: 240, toHz: 175, glideSeconds: 0.08, ringSeconds: 0.16 });
  const wires = rattle(note, {
    lowHz: 900,
    highHz: 4500 + 5000 * note.brightness,
    attackSeconds: 0.001,
    ringSeconds: 0.2,
  });
  return mix(
    skin.map((value) => 0.55 * value),
    wires,
    0.75,
  );
};

/** A big low drum, played with soft sticks. */
export const lowDrum: Voice = (note) => {
  const tuning = 2 ** ((note.midi - 60) / 12);
  const skin = strikeSkin({ fromHz: 130 * tuning, toHz: 78 * tuning, glideSeconds: 0.16, ringSeconds: 0.7 });
  const slap = rattle(note, { lowHz: 200, highHz: 1500, attackSeconds: 0.002, ringSeconds: 0.07 });
  return mix(skin, slap, 0.5);
};

/** A closed hi-hat. */
export const hat: Voice = (note) =>
  taper(
    rattle(note, {
      lowHz: 5500,
      highHz: 14000,
      attackSeconds: 0.001,
      ringSeconds: 0.05 + 0.06 * note.velocity,
    }),
    0.01,
  );

/** A shaker: a soft swish. */
export const shaker: Voice = (note) =>
  taper(rattle(note, { lowHz: 3500, highHz: 8500, attackSeconds: 0.022, ringSeconds: 0.08 }), 0.01);

/** A cymbal left to ring. */
export const cymbal: Voice = (note) =>
  taper(rattle(note, { lowHz: 3800, highHz: 12000, attackSeconds: 0.004, ringSeconds: 1.9 }), 0.3);
