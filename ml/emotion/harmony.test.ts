import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pitchClassCount } from '../audio/measure/pitchClasses';
import { matrixOf } from '../matrix/matrix';
import { harmonyOf, harmonySize } from './harmony';
import reference from './reference.json';
import { referencePitchClasses } from './testing/referenceFrames.testing';

const scales = { major: [0, 2, 4, 5, 7, 9, 11], minor: [0, 2, 3, 5, 7, 8, 11] };

/** A scale whose tonic triad sounds twice as strong, on `root`. */
function scale(mode: keyof typeof scales, root: number): number[] {
  const triad = mode === 'major' ? [0, 4, 7] : [0, 3, 7];
  const classes = Array.from({ length: pitchClassCount }, () => 0);
  for (const step of scales[mode]) classes[(step + root) % 12] = triad.includes(step) ? 2 : 1;
  return classes;
}

const repeated = (classes: readonly number[], halfSeconds: number): Float32Array =>
  Float32Array.from({ length: halfSeconds * pitchClassCount }, (_, i) => classes[i % pitchClassCount]);

const harmony = (pitchClasses: Float32Array) => harmonyOf(matrixOf(pitchClasses, pitchClassCount)).values;

describe('harmony', () => {
  it('says what Python says', () => {
    const rows = harmony(referencePitchClasses(reference.harmony.length));
    reference.harmony.flat().forEach((value, i) => expect(Math.abs(rows[i] - value)).toBeLessThan(1e-5));
  });

  it('tells major from minor on every root, with the same numbers', () => {
    for (const mode of ['major', 'minor'] as const) {
      const onC = harmony(repeated(scale(mode, 0), 4));
      expect(Math.sign(onC[0])).toBe(mode === 'major' ? 1 : -1);
      expect(onC[2]).toBeGreaterThan(0.8);
      for (let root = 1; root < 12; root++) {
        harmony(repeated(scale(mode, root), 4)).forEach((value, i) => expect(value).toBeCloseTo(onC[i], 5));
      }
    }
  });

  it('finds the whole-tone scale by its sixth coefficient and the diatonic one by its fifth', () => {
    const wholeTone = harmony(repeated([1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0], 2)).slice(4, 10);
    expect(wholeTone[5]).toBeCloseTo(1, 6);
    const diatonic = harmony(repeated(scale('major', 3), 2)).slice(4, 10);
    expect(diatonic.indexOf(Math.max(...diatonic))).toBe(4);
  });

  it('does not change with loudness or transposition, whatever sounds', () => {
    const sound = fc.array(fc.float({ min: 0, max: 4, noNaN: true }), { minLength: 36, maxLength: 36 });
    fc.assert(
      fc.property(sound, fc.integer({ min: 0, max: 11 }), (values, shift) => {
        fc.pre(values.some((value) => value > 0.1));
        const moved = values.map((_, i) => {
          const row = Math.floor(i / 12) * 12;
          return values[row + ((i - row + shift) % 12)];
        });
        const [plain, other] = [values, moved].map((one) => harmony(Float32Array.from(one)));
        plain.forEach((value, i) => expect(Math.abs(value - other[i])).toBeLessThan(1e-4));
      }),
    );
  });

  it('is finite in silence', () => {
    const rows = harmony(new Float32Array(3 * pitchClassCount));
    expect(rows).toHaveLength(3 * harmonySize);
    expect(rows.every(Number.isFinite)).toBe(true);
  });
});
