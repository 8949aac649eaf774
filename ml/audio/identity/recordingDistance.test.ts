import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LogMel } from '../measure/logMel';
import { noise } from '../testing/referenceSignals.testing';
import { BandLevels, rowSize } from './bandLevels';
import { recordingDistance } from './recordingDistance';

const rateHz = 16_000;

const levelsOf = (sound: Float32Array) => {
  const [logMel, bandLevels] = [new LogMel(), new BandLevels()];
  bandLevels.push(logMel.push(sound));
  bandLevels.push(logMel.flush());
  return bandLevels.finish();
};

const distanceOf = (a: Float32Array, b: Float32Array) => recordingDistance(levelsOf(a), levelsOf(b));

interface Voice {
  seed: number;
  lowestHz: number;
  notesASecond: number;
  /** Shares of the partials. */
  partials: number[];
  gain: number;
  /** The part of the piece in which it plays, in seconds. */
  from?: number;
  to?: number;
}

const seconds = 40;

/** Notes at random over two octaves, each dying away. */
function played({
  seed,
  lowestHz,
  notesASecond,
  partials,
  gain,
  from = 0,
  to = seconds,
}: Voice): Float32Array {
  const choices = noise(seconds * notesASecond + 1, seed);
  let phase = 0;
  return new Float32Array(seconds * rateHz).map((_, i) => {
    const time = i / rateHz;
    const note = Math.floor(time * notesASecond);
    const age = time - note / notesASecond;
    phase += (2 * Math.PI * lowestHz * 2 ** (Math.round(12 * (choices[note] + 1)) / 12)) / rateHz;
    if (time < from || time >= to) return 0;
    const sum = partials.reduce((before, share, k) => before + share * Math.sin((k + 1) * phase), 0);
    return gain * Math.exp(-3 * age) * sum;
  });
}

/** Short bursts of noise twice a second. */
const drums = (gain: number) => {
  const hiss = noise(seconds * rateHz, 77);
  return new Float32Array(seconds * rateHz).map(
    (_, i) => gain * hiss[i] * Math.exp(-25 * (((2 * i) / rateHz) % 1)),
  );
};

const bass: Voice = { seed: 1, lowestHz: 110, notesASecond: 2, partials: [1, 0.5, 0.25], gain: 0.12 };
const chords: Voice = { seed: 2, lowestHz: 260, notesASecond: 1, partials: [1, 0.3, 0.2, 0.1], gain: 0.1 };
const song: Voice = { seed: 3, lowestHz: 520, notesASecond: 3, partials: [1, 0.6, 0.4, 0.3], gain: 0.08 };

function mixed(...sounds: Float32Array[]): Float32Array {
  return sounds[0].map((_, i) => sounds.reduce((sum, sound) => sum + sound[i], 0));
}

const band = mixed(played(bass), played(chords), drums(0.3));
const whole = mixed(band, played(song));
const original = levelsOf(whole);

/** Noise at a constant distance below the sound as it is at the moment, as coders add. */
function coded(sound: Float32Array, noiseDb: number): Float32Array {
  const hiss = noise(sound.length, 5);
  let level = 0;
  return sound.map((sample, i) => {
    level += 0.002 * (Math.abs(sample) - level);
    return sample + hiss[i] * level * 10 ** (noiseDb / 20);
  });
}

describe('recordingDistance', () => {
  it.each<[string, Float32Array]>([
    ['softer by 14 dB', whole.map((sample) => 0.2 * sample)],
    ['clipped', whole.map((sample) => Math.max(-0.35, Math.min(0.35, sample)))],
    ['with a coder’s noise', coded(whole, -20)],
    ['in 9 bits', whole.map((sample) => Math.round(sample * 256) / 256)],
    ['with its start cut off by 0.13 s', whole.subarray(0.13 * rateHz)],
    ['with its start cut off by 0.5 s', whole.subarray(0.5 * rateHz)],
    ['with silence before it', mixed(Float32Array.from([...new Float32Array(4321), ...whole]))],
    ['with a scratch', whole.map((sample, i) => (i > 9 * rateHz && i < 9.1 * rateHz ? 0 : sample))],
  ])('knows a recording %s', (_, other) => {
    const distance = recordingDistance(original, levelsOf(other));
    expect(distance).toBeLessThan(1);
    expect(recordingDistance(levelsOf(other), original)).toBeLessThan(1);
  });

  it.each<[string, Float32Array]>([
    ['without its song', band],
    ['without its drums', mixed(played(bass), played(chords), played(song))],
    ['without its bass', mixed(played(chords), drums(0.3), played(song))],
    ['with the song by another instrument', mixed(band, played({ ...song, partials: [0.3, 0, 1, 0, 0.6] }))],
    ['with another song', mixed(band, played({ ...song, seed: 9 }))],
    ['with the song in its last third only', mixed(band, played({ ...song, from: 27 }))],
    ['with the song two semitones higher', mixed(band, played({ ...song, lowestHz: song.lowestHz * 1.122 }))],
    [
      'played by other instruments',
      mixed(
        drums(0.3),
        ...[bass, chords, song].map((voice) => played({ ...voice, partials: [0.4, 0.1, 1] })),
      ),
    ],
  ])('tells a version %s', (_, other) => {
    expect(recordingDistance(original, levelsOf(other))).toBeGreaterThan(1.5);
    expect(recordingDistance(levelsOf(other), original)).toBeGreaterThan(1.5);
  });

  it('grows with the level of what is missing', () => {
    const without = (gainDb: number) =>
      recordingDistance(
        original,
        levelsOf(mixed(band, played({ ...song, gain: song.gain * (1 - 10 ** (gainDb / 20)) }))),
      );
    const distances = [-40, -20, -10, -6, -3, -1].map(without);
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    expect(distances[0]).toBeLessThan(0.25);
  });

  it('says nothing of silence, of a drone, and of noise that keeps its colour', () => {
    const drone = new Float32Array(seconds * rateHz).map(
      (_, i) => 0.5 * Math.sin((2 * Math.PI * 300 * i) / rateHz),
    );
    expect(
      distanceOf(
        drone,
        drone.map((sample) => 0.5 * sample),
      ),
    ).toBe(Infinity);
    expect(distanceOf(new Float32Array(drone.length), new Float32Array(drone.length))).toBe(Infinity);
    const [rain, otherRain] = [3, 4].map((seed) => Float32Array.from(noise(drone.length, seed)));
    expect(distanceOf(rain, otherRain)).toBe(Infinity);
  });

  it('wants five seconds in common', () => {
    const parts = [5, 6].map((length) => levelsOf(whole.subarray(0, length * rateHz)));
    expect(parts.map((part) => recordingDistance(part, part))).toEqual([Infinity, 0]);
    expect(recordingDistance(new Uint8Array(), original)).toBe(Infinity);
  });

  it('is for any levels a number, and 0 of one with itself under any gain', () => {
    const rows = fc.uint8Array({ min: 60, max: 200, minLength: rowSize, maxLength: 40 * rowSize });
    fc.assert(
      fc.property(rows, rows, fc.integer({ min: 0, max: 50 }), (some, others, gain) => {
        const [a, b] = [some, others].map((each) => each.subarray(0, each.length - (each.length % rowSize)));
        expect(recordingDistance(a, b)).toBeGreaterThanOrEqual(0);
        const distance = recordingDistance(
          a,
          a.map((level) => level + gain),
        );
        expect([0, Infinity]).toContain(distance);
      }),
    );
  });
});
