import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encode } from './encode';
import { type EncodingPlan } from './encodingPlan';
import { type EncodingReport } from './encodingReport';
import { type PreparedStudy } from './preparedStudy';
import { standardised } from './design/standardise';
import { later, simulatedStudy } from './testing/simulatedStudy.testing';

const plan: EncodingPlan = {
  spaces: ['sound'],
  delays: [0, 1, 2, 3],
  alphas: [0.1, 1, 10, 100, 1000],
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: null,
  seed: 1,
};
const both: EncodingPlan = { ...plan, spaces: ['sound', 'words'] };

/** A first target that follows the first column of sound by two samples, beside others that follow nothing. */
const followed = simulatedStudy({
  driven: ({ sound }, target) => (target === 0 ? later(sound, 0, 2) : new Float64Array(sound.rows)),
  noise: 0.7,
});

/** A first target driven by sound, a second by words, a third by both; others by nothing. */
const mixed = simulatedStudy({
  spaces: { sound: 2, words: 3 },
  moods: ['happy', 'sad', 'sad'],
  driven: ({ sound, words }, target) => {
    const [one, other] = [later(sound, 0, 1), later(words, 1, 2)];
    return one.map(
      (value, at) => (target % 2 === 0 ? value : 0) + (target === 1 || target === 2 ? other[at] : 0),
    );
  },
});

function expectAlike(one: unknown, other: unknown, digits = 6): void {
  const numbers = (value: unknown) =>
    JSON.stringify(value)
      .match(/-?\d[\d.e-]*|null/g)!
      .map(Number);
  const [found, expected] = [numbers(one), numbers(other)];
  expect(found.length).toBe(expected.length);
  found.forEach((value, index) => expect(value).toBeCloseTo(expected[index], digits));
}

/** A study whose recordings have mean 0 in each piece. */
const centred = (study: PreparedStudy): PreparedStudy => ({
  ...study,
  pieces: study.pieces.map((piece) => ({
    ...piece,
    recordings: piece.recordings.map((recording) => recording && standardised(recording)),
  })),
});

const contribution = (report: EncodingReport, kind: string, ...spaces: string[]) =>
  report.contributions.find((each) => each.kind === kind && each.spaces.join() === spaces.join())!;
const modelOf = (report: EncodingReport, ...spaces: string[]) =>
  report.models.find((each) => each.spaces.join() === spaces.join())!;

describe('encode', () => {
  it('finds what was planted, where it was planted, and nothing elsewhere', async () => {
    const report = await encode(followed, { ...plan, null: { kind: 'phase', count: 39, refit: true } });
    const { observed, p, pFamily } = report.models[0].groups.all;
    expect(observed[0]).toBeGreaterThan(0.5);
    expect(p![0]).toBe(1 / 40);
    expect(pFamily![0]).toBe(1 / 40);
    expect(Math.min(...pFamily!.slice(1))).toBeGreaterThan(0.05);
    // The weight of the sound two samples ago, and of no other delay.
    const [, , atTwo] = report.weights.sound[0];
    expect(atTwo).toBe(Math.max(...report.weights.sound[0]));
  });

  it('gives equal numbers to equal seeds', async () => {
    const drawn = { ...plan, null: { kind: 'phase', count: 3, refit: true } as const };
    expect(await encode(followed, drawn)).toEqual(await encode(followed, drawn));
  });

  it('tells a growing progress and stops when asked', async () => {
    const told: number[] = [];
    await encode(followed, plan, { onProgress: (fraction) => told.push(fraction) });
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const stopping = new AbortController();
    const stopped = encode(followed, plan, { signal: stopping.signal, onProgress: () => stopping.abort() });
    await expect(stopped).rejects.toThrow('aborted');
  });

  it.each(['full', 'all'] as const)(
    'tells how far it is also while surrogates are drawn, %s',
    async (models) => {
      const told: number[] = [];
      const tested = { ...both, null: { kind: 'phase', count: 60, refit: true, models } as const };
      await encode(mixed, tested, { onProgress: (fraction) => told.push(fraction) });
      const steps = told.map((fraction, at) => fraction - (told[at - 1] ?? 0));
      expect(Math.max(...steps)).toBeLessThan(0.1);
    },
  );

  it('tells apart what each space adds and what they share', async () => {
    const report = await encode(mixed, both);
    const all = modelOf(report, 'sound', 'words').groups.all.observed;
    const sound = contribution(report, 'unique', 'sound').groups.all.observed;
    const words = contribution(report, 'unique', 'words').groups.all.observed;
    const shared = contribution(report, 'common', 'sound', 'words').groups.all.observed;
    all.forEach((score, target) =>
      expect(sound[target] + words[target] + shared[target]).toBeCloseTo(score, 9),
    );
    expect(sound[0]).toBeGreaterThan(0.3);
    expect(Math.abs(words[0])).toBeLessThan(0.1);
    expect(words[1]).toBeGreaterThan(0.3);
    expect(report.contrasts[0].groups.all.observed[0]).toBeGreaterThan(0.3);
    expect(report.contrasts[0].groups.all.observed[1]).toBeLessThan(-0.3);
  });

  it('has shares that add up to the score', async () => {
    for (const score of ['r', 'r2'] as const) {
      const report = await encode(score === 'r' ? mixed : centred(mixed), { ...both, score });
      const whole = modelOf(report, 'sound', 'words')[score];
      const [sound, words] = ['sound', 'words'].map((space) => contribution(report, 'product', space).table);
      const stacked = contribution(report, 'stacking', 'sound', 'words').table;
      const parts = ['sound', 'words'].map((space) => contribution(report, 'stacking', space).table);
      whole.forEach((row, participant) =>
        row.forEach((value, target) => {
          // A wrong mean takes from R2 what no space can give back.
          const digits = score === 'r' ? 9 : 1;
          expect(sound[participant][target]! + words[participant][target]!).toBeCloseTo(value!, digits);
          const sum = parts[0][participant][target]! + parts[1][participant][target]!;
          expect(sum).toBeCloseTo(stacked[participant][target]!, digits);
        }),
      );
    }
  });

  it('is plain ridge where a banded one has one band', async () => {
    expect(await encode(followed, { ...plan, banded: { candidates: 8 } })).toEqual(
      await encode(followed, plan),
    );
  });

  it('finds with bands that a useless wide space is better left aside', async () => {
    const wide = simulatedStudy({
      spaces: { sound: 1, words: 60 },
      driven: ({ sound }) => later(sound, 0, 1),
      noise: 2,
    });
    const scoreOf = async (banded: EncodingPlan['banded']) =>
      modelOf(await encode(wide, { ...both, banded }), 'sound', 'words').groups.all.observed[0];
    expect(await scoreOf({ candidates: 12 })).toBeGreaterThan((await scoreOf(null)) + 0.02);
  });

  it('does not care in what order targets and participants come', async () => {
    const turned: PreparedStudy = {
      ...mixed,
      targets: [...mixed.targets].reverse(),
      participants: [...mixed.participants].reverse(),
      pieces: mixed.pieces.map((piece) => ({
        ...piece,
        recordings: [...piece.recordings].reverse().map((recording) => ({
          ...recording!,
          values: recording!.values.map((_, at) => recording!.values[at - 2 * (at % 4) + 3]),
        })),
      })),
    };
    const [straight, reversed] = [await encode(mixed, both), await encode(turned, both)];
    expectAlike(
      reversed.models.map(({ r }) => r.map((row) => [...row].reverse()).reverse()),
      straight.models.map(({ r }) => r),
    );
  });

  it('does not care how large a feature’s numbers are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1e-3, 7, 1e5),
        fc.integer({ min: -50, max: 50 }),
        async (factor, shift) => {
          const pieces = followed.pieces.map((piece) => {
            const { sound } = piece.shared;
            const values = sound.values.map((value, at) => (at % 2 === 0 ? factor * value + shift : value));
            return { ...piece, shared: { sound: { ...sound, values } } };
          });
          const found = await encode({ ...followed, pieces }, plan);
          expectAlike(found.models[0].r, (await encode(followed, plan)).models[0].r);
        },
      ),
      { numRuns: 4 },
    );
  });

  it('counts who lacks a piece with those that they have, and leaves out who has too few', async () => {
    const pieces = mixed.pieces.map((piece, index) => ({
      ...piece,
      recordings: piece.recordings.map((recording, participant) =>
        (participant === 1 && index === 0) || (participant === 2 && index > 0) ? null : recording,
      ),
    }));
    const report = await encode(
      { ...mixed, pieces },
      { ...both, null: { kind: 'blocks', count: 9, blockSamples: 10 } },
    );
    const { r, alphas, groups } = modelOf(report, 'sound', 'words');
    expect(r[1].every((value) => value !== null)).toBe(true);
    expect(r[2]).toEqual([null, null, null, null]);
    expect(alphas[0][1]).toEqual([null, null, null, null]);
    expect(groups.all.observed[0]).toBeCloseTo((r[0][0]! + r[1][0]!) / 2, 12);
    expect(report.remarks).toContain(
      'Left out, with too few pieces of their own to learn from and test on: p3.',
    );
    expect(report.remarks).toContain('Counted with the pieces that they have: p2 (2 of 3 pieces).');
  });

  it('holds out blocks where asked, and takes each participant’s own spaces', async () => {
    const pieces = mixed.pieces.map((piece) => ({
      ...piece,
      shared: { sound: piece.shared.sound },
      own: { words: piece.recordings.map(() => piece.shared.words) },
    }));
    const blocks: EncodingPlan = { ...both, folds: { kind: 'blocks', count: 4, gapSamples: 3 } };
    const [shared, own] = [await encode(mixed, blocks), await encode({ ...mixed, pieces }, blocks)];
    // What everybody has of their own, but the same, is as good as shared.
    expectAlike(
      own.models.map(({ r }) => r),
      shared.models.map(({ r }) => r),
    );
    expectAlike(own.weights, shared.weights);
    expectAlike(
      own.contributions.map(({ table }) => table),
      shared.contributions.map(({ table }) => table),
      4,
    );
    expect(modelOf(shared, 'sound').groups.all.observed[0]).toBeGreaterThan(0.3);
  });

  it('chooses one penalty for all where asked', async () => {
    const { alphas } = (await encode(mixed, { ...both, alphaFor: 'all' })).models[0];
    for (const fold of alphas) expect(new Set(fold.flat()).size).toBe(1);
  });

  it('says once which models chose the end of the grid', async () => {
    const { remarks, models } = await encode(mixed, { ...both, alphas: [1e-6, 1e-5, 1e-4] });
    const ends = remarks.filter((remark) => remark.includes('penalty'));
    expect(
      ends.filter((remark) => remark.startsWith('The largest penalty, 0.0001, was chosen in')),
    ).toHaveLength(1);
    expect(ends.length).toBeLessThan(models.length);
  });

  it('tells moods apart, and that transfer between them is tested', async () => {
    const { moods, models, remarks } = await encode(mixed, both);
    const { happy, sad } = models[0].groups;
    expect(moods.map(({ plus, minus }) => [plus, minus])).toEqual([['happy', 'sad']]);
    expect(moods[0].tested.observed[0]).toBeCloseTo(happy.observed[0] - sad.observed[0], 12);
    expect(remarks.some((remark) => remark.includes('transfer between moods'))).toBe(true);
  });

  it.each([
    [{ spaces: ['smell'] }, 'invalid space: smell (piece piece 1 has none of that name)'],
    [{ delays: [0.5] }, 'invalid delays: 0.5'],
    [{ alphas: [-1] }, 'invalid alphas: -1'],
    [
      { folds: { kind: 'blocks' as const, count: 4, gapSamples: 2 } },
      'invalid folds gapSamples: 2 (at least the longest delay, 3)',
    ],
  ])('refuses %j', async (wrong, message) => {
    await expect(encode(followed, { ...plan, ...wrong })).rejects.toThrow(message);
  });
});
