import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixOf } from '../matrix/matrix';
import { Movement, windowMeans } from './movement';

const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 });

const part = { from: 1, size: 2 };

/** A map that reads one number of the rows. */
function reading(index: number): number[] {
  return Array.from({ length: 4 }, (_, i) => (i === index ? 1 : 0));
}

describe('movement', () => {
  it('takes causal means over what has been, and centred means over both sides', () => {
    expect([...windowMeans([1, 2, 3, 10], { kind: 'causal', halfSeconds: 2 })]).toEqual([1, 1.5, 2.5, 6.5]);
    expect([...windowMeans([1, 2, 3, 10], { kind: 'centred', halfSeconds: 3 })]).toEqual([1.5, 2, 5, 6.5]);
  });

  it('does not move where the sound does not, and has mean 0 in any case', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (sound, halfSeconds) => {
        const windows = [{ kind: 'causal' as const, halfSeconds, valence: reading(1), arousal: reading(2) }];
        const movement = new Movement(windows, part);
        movement.push(matrixOf(Float32Array.from(sound.flatMap((value) => [value, 3])), 2));
        const { valence, arousal } = movement.finish();
        expect(Math.abs(valence.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-6);
        expect(Math.max(...arousal.map(Math.abs))).toBeLessThan(1e-9);
      }),
    );
  });

  it('is the sum of what the parts of the rows say', () => {
    const window = { kind: 'centred' as const, halfSeconds: 3, valence: [1, 2, 3], arousal: [0, -1, 4] };
    const [whole, first, rest] = [
      new Movement([window], { from: 0, size: 3 }),
      new Movement([window], { from: 0, size: 1 }),
      new Movement([window], { from: 1, size: 2 }),
    ];
    const rows = [0.3, 1, -2, 0.1, 0.5, 0, 0.9, -1, 1].map(Math.fround);
    whole.push(matrixOf(Float32Array.from(rows), 3));
    first.push(matrixOf(Float32Array.from(rows.filter((_, i) => i % 3 === 0)), 1));
    rest.push(matrixOf(Float32Array.from(rows.filter((_, i) => i % 3 !== 0)), 2));
    const [a, b] = [first.finish(), rest.finish()];
    whole.finish().valence.forEach((value, i) => expect(value).toBeCloseTo(a.valence[i] + b.valence[i], 12));
    whole.finish().arousal.forEach((value, i) => expect(value).toBeCloseTo(a.arousal[i] + b.arousal[i], 12));
  });
});
