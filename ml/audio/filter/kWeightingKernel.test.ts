import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kWeighting } from './kWeighting';
import { KWeightingKernel } from './kWeightingKernel';
import { plainKWeighting } from '../testing/plainKernels.testing';
import { noise } from '../testing/referenceSignals.testing';

const scaledNoise = (count: number, { seed, scale }: { seed: number; scale: number }) =>
  Float32Array.from(noise(count, seed), (x) => scale * x);

describe('KWeightingKernel', () => {
  it('equals its plain twin to the last bit, run after run', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(8000, 44_100, 48_000, 384_000),
        fc.array(fc.integer({ min: 1, max: 600 }), { minLength: 1, maxLength: 4 }),
        // Sound, and what decays into numbers below the normal range or grows beyond the largest.
        fc.record({ seed: fc.nat(), scale: fc.constantFrom(1, 1e-38, 1e38) }),
        (sampleRateHz, lengths, sound) => {
          const { shelf, highPass } = kWeighting(sampleRateHz);
          const coefficients = { ...shelf, c1: highPass.a1, c2: highPass.a2, minusTwo: highPass.b1 };
          const kernel = new KWeightingKernel(coefficients);
          const states = [new Float64Array(5), new Float64Array(5)];
          for (const [run, length] of lengths.entries()) {
            [kernel.left, kernel.right].forEach((channel, side) => {
              channel.set(scaledNoise(length, { ...sound, seed: sound.seed + 2 * run + side }));
              plainKWeighting(coefficients, states[side], channel.subarray(0, length));
            });
            kernel.run(length);
            states.forEach((state, side) =>
              expect(kernel.state.filter((_, i) => i % 2 === side)).toEqual(state),
            );
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('filters as many samples at once as it has room for', () => {
    const { shelf, highPass } = kWeighting(48_000);
    const coefficients = { ...shelf, c1: highPass.a1, c2: highPass.a2, minusTwo: highPass.b1 };
    const kernel = new KWeightingKernel(coefficients);
    kernel.left.set(noise(kernel.left.length, 1));
    kernel.right.set(noise(kernel.right.length, 2));
    const [left, right] = [kernel.left, kernel.right].map((channel) => {
      const state = new Float64Array(5);
      plainKWeighting(coefficients, state, channel);
      return state;
    });
    kernel.run(kernel.left.length);
    expect(kernel.state).toEqual(Float64Array.from([...left].flatMap((value, i) => [value, right[i]])));
  });
});
