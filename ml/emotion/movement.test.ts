import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { embeddingSize } from './embeddingNetwork';
import { Movement, windowMeans } from './movement';

const values = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 60 });

/** A map that reads one number of the embedding. */
function reading(index: number): number[] {
  return Array.from({ length: embeddingSize }, (_, i) => (i === index ? 1 : 0));
}

describe('movement', () => {
  it('takes causal means over what has been, and centred means over both sides', () => {
    expect([...windowMeans([1, 2, 3, 10], { kind: 'causal', halfSeconds: 2 })]).toEqual([1, 1.5, 2.5, 6.5]);
    expect([...windowMeans([1, 2, 3, 10], { kind: 'centred', halfSeconds: 3 })]).toEqual([1.5, 2, 5, 6.5]);
  });

  it('does not move where the sound does not, and has mean 0 in any case', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), (sound, halfSeconds) => {
        const movement = new Movement([
          { kind: 'causal', halfSeconds, valence: reading(0), arousal: reading(1) },
        ]);
        const rows = new Float32Array(sound.length * embeddingSize);
        sound.forEach((value, i) => {
          rows[i * embeddingSize] = value;
          rows[i * embeddingSize + 1] = 3;
        });
        movement.push(rows);
        const { valence, arousal } = movement.finish();
        expect(Math.abs(valence.reduce((sum, value) => sum + value, 0))).toBeLessThan(1e-6);
        expect(Math.max(...arousal.map(Math.abs))).toBeLessThan(1e-9);
      }),
    );
  });
});
