import { frequencyOf, onePole, sampleRateHz, samplesIn, type Voice } from './voice';
import { sawLikeTable, sineTable, tableLength } from './wavetable';

/** A round bass: a sine under a softened sawtooth whose low-pass closes after the stroke. */
export const bass: Voice = (note) => {
  const frequencyHz = frequencyOf(note);
  const table = sawLikeTable(frequencyHz, 0.5 + 0.4 * note.brightness);
  const step = (frequencyHz * tableLength) / sampleRateHz;
  const held = samplesIn(note.durationSeconds);
  const release = samplesIn(0.09);
  const sound = new Float32Array(held + release);
  const attack = Math.min(held, samplesIn(0.006 + 0.06 * note.attackSeconds));
  const closed = onePole(220 + 500 * note.brightness);
  const opened = onePole(500 + 2200 * note.brightness * note.velocity) - closed;
  const closing = 1 - 1 / samplesIn(0.12);
  let openness = 1;
  let phase = 0;
  let smooth = 0;
  for (let i = 0; i < sound.length; i++) {
    const index = phase | 0;
    smooth += (closed + opened * openness) * (table[index] - smooth);
    const fading = i < held ? 1 - (0.45 * i) / held : 0.55 * (1 - (i - held + 1) / release);
    const level = i < attack ? i / attack : 1;
    sound[i] = level * fading * (0.55 * smooth + 0.5 * sineTable[index]);
    openness *= closing;
    phase += step;
    if (phase >= tableLength) phase -= tableLength;
  }
  return sound;
};
