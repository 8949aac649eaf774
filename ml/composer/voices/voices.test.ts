import { describe, expect, it } from 'vitest';
import { voiceRanges, type Note } from '../score';
import { bass } from './bass';
import { bell, mallet } from './bell';
import { cymbal, hat, kick, lowDrum, shaker, snare } from './drumVoices';
import { keys } from './keys';
import { pluckedString } from './pluckedString';
import { bowedString, flute, pad } from './sustained';
import { frequencyOf, sampleRateHz } from './voice';

const pitched = { bass, bell, mallet, keys, pluckedString, bowedString, flute, pad };
const drums = { kick, snare, lowDrum, hat, shaker, cymbal };

const note = (midi: number, changes: Partial<Note> = {}): Note => ({
  voice: 'keys',
  startSeconds: 1,
  durationSeconds: 1.2,
  midi,
  velocity: 0.6,
  brightness: 0.5,
  pan: 0,
  detuneCents: 0,
  attackSeconds: 0.03,
  vibratoCents: 0,
  ...changes,
});

/** Size of the sound's component at a frequency, seen through a Hann window. */
function sizeAt(sound: Float32Array, frequencyHz: number): number {
  let real = 0;
  let imaginary = 0;
  sound.forEach((value, i) => {
    const windowed = value * (1 - Math.cos((2 * Math.PI * i) / sound.length));
    real += windowed * Math.cos((2 * Math.PI * frequencyHz * i) / sampleRateHz);
    imaginary += windowed * Math.sin((2 * Math.PI * frequencyHz * i) / sampleRateHz);
  });
  return Math.hypot(real, imaginary);
}

/** How far the strongest component near the note lies from it, in cents, looked for in steps of 2 cents. */
function mistuning(sound: Float32Array, frequencyHz: number): number {
  const settled = sound.subarray(1600, 1600 + 24_000);
  const cents = Array.from({ length: 51 }, (_, i) => 2 * i - 50);
  const sizes = cents.map((cent) => sizeAt(settled, frequencyHz * 2 ** (cent / 1200)));
  return cents[sizes.indexOf(Math.max(...sizes))];
}

/** The root mean square of the frequencies in a sound, hertz. */
function middleFrequency(sound: Float32Array): number {
  let differences = 0;
  let total = 0;
  for (let i = 1; i < sound.length; i++) {
    differences += (sound[i] - sound[i - 1]) ** 2;
    total += sound[i] ** 2;
  }
  return (sampleRateHz * Math.asin(Math.sqrt(differences / total) / 2)) / Math.PI;
}

/** Seconds in which 95 % of a sound's energy is over. */
function timeOfMost(sound: Float32Array): number {
  const total = sound.reduce((sum, value) => sum + value * value, 0);
  let sum = 0;
  return sound.findIndex((value) => (sum += value * value) > 0.95 * total) / sampleRateHz;
}

describe.each(Object.entries(pitched))('%s', (name, voice) => {
  const [low, high] = voiceRanges[name as keyof typeof pitched];

  it('is in tune from its lowest to its highest note', () => {
    for (const midi of [low, Math.round((low + high) / 2), high]) {
      const sound = voice(note(midi, { vibratoCents: 0 }));
      expect(Math.abs(mistuning(sound, frequencyOf(note(midi)))), `MIDI ${midi}`).toBeLessThanOrEqual(8);
    }
  });

  it('begins and ends in silence, and stays within bounds, however it is played', () => {
    for (const midi of [low, high]) {
      for (const brightness of [0, 1]) {
        for (const durationSeconds of [0.06, 4]) {
          const sound = voice(note(midi, { brightness, durationSeconds, velocity: 1, attackSeconds: 0.24 }));
          const size = sound.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
          expect(size).toBeGreaterThan(0.05);
          expect(size).toBeLessThan(1.6);
          expect(Math.abs(sound[0])).toBeLessThan(0.03);
          expect(Math.abs(sound[sound.length - 1])).toBeLessThan(0.01);
        }
      }
    }
  });

  it('is heard to be brighter where excited music asks for it, not by a hair', () => {
    const middle = Math.round((low + high) / 2);
    const calm = note(middle, { brightness: 0.15, velocity: 0.2, attackSeconds: 0.16 });
    const excited = note(middle, { brightness: 0.8, velocity: 0.75, attackSeconds: 0.02 });
    expect(middleFrequency(voice(excited)) / middleFrequency(voice(calm))).toBeGreaterThan(1.15);
  });

  it('stops sounding sooner where it is staccato', () => {
    const middle = Math.round((low + high) / 2);
    const [short, long] = [0.12, 1.2].map((durationSeconds) => voice(note(middle, { durationSeconds })));
    expect(timeOfMost(short)).toBeLessThan(0.75 * timeOfMost(long));
  });
});

describe.each(Object.entries(drums))('%s', (_name, voice) => {
  it('is a bounded stroke that dies away', () => {
    const sound = voice(note(60, { velocity: 1, brightness: 1 }));
    const size = (part: Float32Array) => part.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    expect(size(sound)).toBeGreaterThan(0.1);
    expect(size(sound)).toBeLessThan(2);
    expect(Math.abs(sound[0])).toBeLessThan(0.05);
    expect(size(sound.subarray(-30))).toBeLessThan(0.02);
  });
});
