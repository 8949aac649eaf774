import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import frontEnd from '../audio/measure/frontEnd.json';
import { RhythmMeter } from '../audio/measure/rhythmMeter';
import reference from '../audio/reference/rhythm.json';
import { rhythmOf, rhythmSize } from './rhythm';

const bands = frontEnd.melBands;

/** The frames of `reference/rhythm.py`, [frames, 96]. */
function referenceFrames(frames: number): Float32Array {
  let state = 1;
  return Float32Array.from({ length: frames * bands }, (_, i) => {
    state = (Math.imul(1664525, state) + 1013904223) >>> 0;
    const [frame, band] = [Math.floor(i / bands), i % bands];
    const held = 1.5 + Math.sin(frame / 150) + Math.cos(band * 1.3) - band / 40;
    const tilt = frame % 58 < 29 ? band : 96 - band;
    const stroke = 3 - 0.25 * (frame % 29) - tilt / 60;
    return frame < 9 ? 0 : Math.max(0, Math.max(held, stroke) + (0.3 * state) / 2 ** 32);
  });
}

function rhythm(frames: Float32Array, piece = frames.length): Float32Array {
  const meter = new RhythmMeter();
  for (let at = 0; at < frames.length; at += piece) meter.push(frames.subarray(at, at + piece));
  return rhythmOf(meter.finish()).values;
}

/** Log-mel frames as they would be had the track been recorded so much louder. */
const louder = (frames: Float32Array, decibels: number) =>
  frames.map((value) => Math.log10(1 + 10 ** (decibels / 10) * (10 ** value - 1)));

describe('rhythm', () => {
  it('is what Python says, of tracks long and short', () => {
    for (const [frames, rows] of Object.entries(reference.rows)) {
      const found = rhythm(referenceFrames(Number(frames)));
      expect(found).toHaveLength(rows.length * rhythmSize);
      rows.flat().forEach((value, i) => {
        const name = `${reference.names[i % rhythmSize]} of half second ${Math.floor(i / rhythmSize)}`;
        expect(Math.abs(found[i] - value), name).toBeLessThan(1e-4);
      });
    }
  });

  it('is the same however the stream is cut', () => {
    const frames = referenceFrames(300);
    const whole = rhythm(frames);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 300 }), (piece) => {
        expect(rhythm(frames, piece * bands)).toEqual(whole);
      }),
      { numRuns: 10 },
    );
  });

  it('hardly changes with the level of the recording', () => {
    const frames = referenceFrames(600);
    const plain = rhythm(frames);
    for (const decibels of [-6, 6])
      rhythm(louder(frames, decibels)).forEach((value, i) =>
        expect(Math.abs(value - plain[i])).toBeLessThan(0.02 + 0.02 * Math.abs(plain[i])),
      );
  });

  it('has a row for every half second begun, near 0 in silence', () => {
    for (const [frames, rows] of [
      [1, 1],
      [31, 1],
      [32, 1],
      [33, 2],
      [126, 5],
    ]) {
      const found = rhythm(new Float32Array(frames * bands));
      expect(found).toHaveLength(rows * rhythmSize);
      expect(found.every((value) => Math.abs(value) < 0.1)).toBe(true);
    }
  });
});
