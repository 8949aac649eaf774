import { sineTable, tableLength } from './wavetable';
import { decayPerSample, frequencyOf, sampleRateHz, samplesIn, taper, type Voice } from './voice';

const mask = tableLength - 1;

/**
 * An electric piano by frequency modulation (Chowning 1973, J. Audio Eng. Soc. 21): a sine bent by its own
 * frequency, bright at the stroke and mellow after, with a short tine above.
 */
export const keys: Voice = (note) => {
  const step = (frequencyOf(note) * tableLength) / sampleRateHz;
  const ring = 5 * 2 ** ((60 - note.midi) / 24);
  const held = samplesIn(note.durationSeconds);
  const sound = new Float32Array(samplesIn(Math.min(4, note.durationSeconds + 0.35)));
  const decay = decayPerSample(ring);
  const release = decayPerSample(0.45);
  const tineDecay = decayPerSample(0.22);
  const bendDecay = decayPerSample(1.6);
  let bend =
    (0.15 + 2.4 * note.brightness * note.velocity + 0.2 * note.velocity) * (tableLength / (2 * Math.PI));
  let tine = 0.14 * note.brightness + 0.01;
  let level = 0.8;
  let phase = 0;
  for (let i = 0; i < sound.length; i++) {
    const modulation = bend * sineTable[(phase | 0) & mask];
    const carrier = sineTable[(phase + modulation + 4 * tableLength) & mask];
    sound[i] = level * (carrier + tine * sineTable[(7 * phase) & mask]);
    phase += step;
    if (phase >= tableLength) phase -= tableLength;
    bend *= bendDecay;
    tine *= tineDecay;
    level *= i < held ? decay : release;
  }
  const attack = Math.min(sound.length, 64);
  for (let i = 0; i < attack; i++) sound[i] *= i / attack;
  return taper(sound, 0.06);
};
