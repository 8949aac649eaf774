import type { Note } from '../score';
import { addPartials, type Partial } from './partials';
import { frequencyOf, samplesIn, taper, type Voice } from './voice';

/** Time in which a struck sound falls by 60 dB: it is left to ring, but staccato ones are damped. */
const damped = (ringSeconds: number, { durationSeconds }: Note): number =>
  Math.min(ringSeconds, 0.25 + 2.4 * durationSeconds);

/** A small bell: near-harmonic below, inharmonic and short above, beating slightly (after Risset 1969, An introductory catalogue of computer synthesized sounds). */
function bellPartials(note: Note): Partial[] {
  const ring = damped(3.2 * 2 ** ((72 - note.midi) / 24), note);
  const shine = (0.1 + 1.7 * note.brightness) * (0.5 + 0.7 * note.velocity);
  return [
    { ratio: 1, amplitude: 0.5, seconds: ring },
    { ratio: 1.0012, amplitude: 0.22, seconds: 0.9 * ring },
    { ratio: 2, amplitude: 0.24, seconds: 0.6 * ring },
    { ratio: 2.997, amplitude: 0.13 * shine, seconds: 0.42 * ring },
    { ratio: 4.16, amplitude: 0.11 * shine, seconds: 0.26 * ring },
    { ratio: 5.43, amplitude: 0.07 * shine, seconds: 0.16 * ring },
    { ratio: 8.1, amplitude: 0.035 * shine, seconds: 0.07 * ring },
  ];
}

/** A small, clear bell, like a celesta or glockenspiel. */
export const bell: Voice = (note) => {
  const partials = bellPartials(note);
  const sound = new Float32Array(
    samplesIn(Math.min(3.6, 0.8 + note.durationSeconds + 0.4 * partials[0].seconds)),
  );
  addPartials(sound, frequencyOf(note), partials);
  return taper(sound, 0.4);
};

/** A wooden bar over a tube: the fundamental and the double octave bars are tuned to (Fletcher and Rossing 1998, The Physics of Musical Instruments, ch. 19). */
export const mallet: Voice = (note) => {
  const ring = damped(1.5 * 2 ** ((64 - note.midi) / 20), note);
  const strike = (0.1 + 1.7 * note.brightness) * (0.4 + 0.7 * note.velocity);
  const sound = new Float32Array(samplesIn(Math.min(2, 1.1 * ring)));
  addPartials(sound, frequencyOf(note), [
    { ratio: 1, amplitude: 0.75, seconds: ring },
    { ratio: 3.93, amplitude: 0.26 * strike, seconds: (0.2 + 0.2 * note.brightness) * ring },
    { ratio: 9.4, amplitude: 0.1 * strike, seconds: 0.07 * ring },
  ]);
  return taper(sound, 0.08);
};
