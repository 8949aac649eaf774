import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Stretch } from './sampleLayout';
import { nestedSplits, type Split, type SplitOptions } from './splits';

const lengths = fc.array(fc.integer({ min: 60, max: 120 }), { minLength: 2, maxLength: 4 });
const options = fc.oneof(
  fc.record({ samples: lengths, folds: fc.constant({ kind: 'pieces' as const }), gapSamples: fc.nat(4) }),
  fc.nat(4).chain((gapSamples) =>
    fc.record({
      samples: lengths,
      folds: fc.record({
        kind: fc.constant('blocks' as const),
        count: fc.integer({ min: 3, max: 5 }),
        gapSamples: fc.constant(gapSamples),
      }),
      gapSamples: fc.constant(gapSamples),
    }),
  ),
);

const samplesOf = (stretches: readonly Stretch[]): [number, number][] =>
  stretches.flatMap(({ piece, start, end }) =>
    Array.from({ length: end - start }, (_, at): [number, number] => [piece, start + at]),
  );

/** The least distance between what is learned from and what is held out, within a piece. */
function distance({ train, test }: Split): number {
  const held = samplesOf(test);
  return Math.min(
    Infinity,
    ...samplesOf(train).flatMap(([piece, at]) =>
      held.filter(([other]) => other === piece).map(([, sample]) => Math.abs(sample - at)),
    ),
  );
}

const all = ({ samples }: SplitOptions) => [...samples.keys()];

describe('nestedSplits', () => {
  it('holds out every sample exactly once, and learns from nothing within the gap', () => {
    fc.assert(
      fc.property(options, (given) => {
        const splits = nestedSplits(all(given), given);
        const held = splits.flatMap(({ test }) => samplesOf(test)).map(([piece, at]) => `${piece} ${at}`);
        expect(new Set(held).size).toBe(held.length);
        expect(held.length).toBe(given.samples.reduce((sum, count) => sum + count, 0));
        for (const split of splits) expect(distance(split)).toBeGreaterThan(given.gapSamples);
      }),
      { numRuns: 30 },
    );
  });

  it('chooses penalties by training samples alone, with the same gap', () => {
    fc.assert(
      fc.property(options, (given) => {
        for (const { train, inner } of nestedSplits(all(given), given)) {
          const learnt = new Set(samplesOf(train).map(([piece, at]) => `${piece} ${at}`));
          expect(inner.length).toBeGreaterThan(1);
          for (const split of inner) {
            const used = samplesOf([...split.train, ...split.test]);
            expect(used.every(([piece, at]) => learnt.has(`${piece} ${at}`))).toBe(true);
            expect(distance(split)).toBeGreaterThan(given.gapSamples);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('takes blocks of the only piece that is left to learn from', () => {
    const [{ fold, inner }] = nestedSplits([0, 2], {
      samples: [50, 1, 60],
      folds: { kind: 'pieces' },
      gapSamples: 3,
    });
    expect(fold).toBe(0);
    expect(inner.map(({ test }) => test[0])).toEqual(
      [0, 12, 24, 36, 48].map((start) => ({ piece: 2, start, end: start + 12 })),
    );
    expect(inner[1].train).toEqual([
      { piece: 2, start: 0, end: 9 },
      { piece: 2, start: 27, end: 60 },
    ]);
  });

  it('has nothing for who has one piece, and refuses what leaves too little', () => {
    const given: SplitOptions = { samples: [50, 60], folds: { kind: 'pieces' }, gapSamples: 0 };
    expect(nestedSplits([1], given)).toEqual([]);
    expect(() =>
      nestedSplits([0], { ...given, folds: { kind: 'blocks', count: 3, gapSamples: 40 } }),
    ).toThrow(
      'invalid folds: 0 samples to learn from and 17 to test on (at least 3 of each: longer pieces, fewer blocks or shorter delays)',
    );
  });
});
