import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type Trajectory } from './curve';
import { kernelModule } from './kernelModule';
import { PlainSections } from './plainSections';
import { sequenceOf } from './sequence';
import { SharedSections } from './sharedSections';

/** Curves of a random walk; steps and length vary, so that some are flat and some too short. */
const curves = (most: number) =>
  fc
    .record({
      length: fc.integer({ min: 1, max: most }),
      step: fc.constantFrom(0, 0.002, 0.03, 0.2),
      steps: fc.boolean(),
      random: fc.infiniteStream(fc.double({ min: -1, max: 1, noNaN: true })),
    })
    .map(({ length, step, steps, random }): Trajectory => {
      const walk = () => {
        let value = random.next().value * 0.5;
        const next = () => (value = Math.tanh(value + step * random.next().value));
        const stored = (sample: number) => (steps ? Math.round(sample * 32767) / 32767 : sample);
        return Float32Array.from({ length }, () => stored(next()));
      };
      return { valence: walk(), arousal: walk() };
    });

const options = fc.record({
  comparison: fc.record({
    blend: fc.constantFrom(0, 1, 0.3),
    weights: fc.record({ valence: fc.constantFrom(0.5, 1, 3), arousal: fc.constantFrom(0, 1) }),
  }),
  band: fc.constantFrom(0, 0.05, 0.1, 0.3, 1),
  lengthRatio: fc.constantFrom({ min: 0.8, max: 1.25 }, { min: 0.5, max: 2 }, { min: 0.5, max: 0.9 }),
  limit: fc.integer({ min: 1, max: 12 }),
});

const kernels = [1, 3].map((threads) => new SharedSections(kernelModule('sections')!, { threads }));

afterAll(async () => {
  for (const sections of kernels) await sections.close();
});

describe('SharedSections', () => {
  it('equals its plain twin to the last bit', () => {
    const situations = fc.record({
      list: fc.array(curves(90), { maxLength: 8 }),
      drawing: curves(40),
      asked: options,
      kernel: fc.constantFrom(...kernels),
    });
    fc.assert(
      fc.property(situations, ({ list, drawing, asked, kernel }) => {
        const plain = new PlainSections();
        for (let id = 0; id < 8; id++) kernel.delete(id);
        list.forEach((curve, trackId) => [kernel, plain].forEach((each) => each.set(trackId, curve)));
        const query = sequenceOf(drawing, asked.comparison);
        expect(kernel.search(query, asked)).toEqual(plain.search(query, asked));
      }),
      { numRuns: 150 },
    );
  });
});
