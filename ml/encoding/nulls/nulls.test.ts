import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { doubleZeros } from '../../linear/doubleMatrix';
import { createRandom } from '../../random';
import { blockOrders, blockProducts } from './blockDraws';
import { contextOf } from '../contextOf';
import { encode } from '../encode';
import { type EncodingPlan } from '../encodingPlan';
import { fitModels } from '../ridge/fitModels';
import { foldDependence } from './foldDependence';
import { type Statistic } from '../scores/statistic';
import { heldOutSeries } from './heldOutSeries';
import { modelKey } from '../scores/modelSets';
import { ModelRefit } from './modelRefit';
import { phaseSurrogate } from './phaseSurrogates';
import { tableOfScores } from '../scores/scoresByPiece';
import { sharedPart } from './sharedPart';
import { phaseTurns, spectralProducts } from './spectralDraws';
import { later, simulatedStudy, smoothNoise } from '../testing/simulatedStudy.testing';

const plan: EncodingPlan = {
  spaces: ['sound', 'words'],
  delays: [0, 1, 2],
  alphas: [0.1, 1, 10, 100, 1000],
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: null,
  seed: 1,
};
const study = simulatedStudy({
  spaces: { sound: 2, words: 40 },
  driven: ({ sound }, target) => (target === 0 ? later(sound, 0, 1) : new Float64Array(sound.rows)),
});

describe('ModelRefit', () => {
  it.each([
    ['r', null],
    ['r2', null],
    ['r', { candidates: 4 }],
  ] as const)('gives the true score %s of the true features, banded %j', async (score, banded) => {
    const context = contextOf(study, { ...plan, score, banded }, {});
    const { byKey, source } = await fitModels(context);
    for (const spaces of [['sound'], ['sound', 'words']]) {
      const { fit, scores } = byKey.get(modelKey(spaces))!;
      const found = await new ModelRefit(context, fit).scores(source);
      tableOfScores(scores, score).forEach((pieces, participant) =>
        pieces.forEach((targets, piece) =>
          targets!.forEach((value, target) =>
            expect(found[participant][piece]![target]).toBeCloseTo(value, 4),
          ),
        ),
      );
    }
  });
});

describe('draws that leave predictions as they are', () => {
  const random = createRandom(1, 'held out');
  const recording = smoothNoise(random, 31, 2);
  const predicted = Float32Array.from(smoothNoise(random, 31, 2).values);
  const stretches = [
    { piece: 0, start: 0, end: 15 },
    { piece: 0, start: 15, end: 31 },
  ];
  const whole = { stretches, firstTarget: 0, targets: 2 };
  const series = heldOutSeries({ recording, predicted, score: 'r' }, whole);
  const products = [0, 1].map((target) =>
    series.measured.values.reduce(
      (sum, value, at) => sum + (at % 2 === target ? value * series.predicted.values[at] : 0),
      0,
    ),
  );

  it('start from the sums of products that the score is made of', async () => {
    const asTheyAre = Int32Array.of(0, 1, 2, 3, 4, 5);
    const straight = doubleZeros(1, 30);
    straight.values.forEach((_, at) => (straight.values[at] = at % 2 === 0 ? 2 : 0));
    const found = [blockProducts(series, [asTheyAre], 5), await spectralProducts(series, straight, 1)];
    for (const { values } of found) {
      products.forEach((value, target) => expect(values[target]).toBeCloseTo(value, 5));
    }
  });

  it('put blocks in the place of others, and what is left over nowhere', () => {
    const [order] = blockOrders(6, { seed: 3, piece: 0, draws: 1 });
    const moved = doubleZeros(31, 2);
    order.forEach((from, block) =>
      moved.values.set(series.measured.values.subarray(from * 10, from * 10 + 10), block * 10),
    );
    moved.values.set(series.measured.values.subarray(60), 60);
    const expected = moved.values.reduce(
      (sum, value, at) => sum + (at % 2 === 0 ? value * series.predicted.values[at] : 0),
      0,
    );
    expect(blockProducts(series, [order], 5).values[0]).toBeCloseTo(expected, 10);
  });

  it('turn predictions as their features are turned', async () => {
    const turns = phaseTurns(30, { seed: 5, piece: 0, draws: 200 });
    const even = heldOutSeries(
      { recording: { ...recording, rows: 30, values: recording.values.slice(0, 60) }, predicted, score: 'r' },
      { ...whole, stretches: [{ piece: 0, start: 0, end: 30 }] },
    );
    const { values } = await spectralProducts(even, turns, 1);
    const scores = Array.from(
      values.filter((_, at) => at % 2 === 0),
      (value) => value * even.factor[0],
    );
    // Turned series keep their size, so that the products stay correlations.
    expect(Math.max(...scores.map(Math.abs))).toBeLessThan(1);
    expect(Math.abs(scores.reduce((sum, value) => sum + value, 0) / 200)).toBeLessThan(0.1);
  });
});

describe('phaseSurrogate', () => {
  const random = createRandom(2, 'series');
  const other = { columns: 1, pieces: [smoothNoise(random, 60, 1), smoothNoise(random, 50, 1)] };
  const mixed = {
    columns: 1,
    pieces: other.pieces.map((piece) => {
      const noise = smoothNoise(random, piece.rows, 1);
      return { ...piece, values: piece.values.map((value, at) => value + 0.3 * noise.values[at]) };
    }),
  };
  const number = { seed: 1, space: 'mixed', surrogate: 0 };
  const likeness = (one: Float64Array, two: Float64Array) => {
    const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, at) => sum + value * b[at], 0);
    return dot(one, two) / Math.sqrt(dot(one, one) * dot(two, two));
  };

  it('is the same for all who heard the same, and another each time', async () => {
    expect(await phaseSurrogate(mixed, number)).toEqual(await phaseSurrogate(mixed, number));
    expect(await phaseSurrogate(mixed, number)).not.toEqual(
      await phaseSurrogate(mixed, { ...number, surrogate: 1 }),
    );
  });

  it('keeps what others tell of a space where only its own part is to go', async () => {
    const shared = await sharedPart(mixed, [other], 1);
    const [all, own] = [await phaseSurrogate(mixed, number), await phaseSurrogate(mixed, number, shared)];
    const withOther = (series: typeof own) => likeness(series.pieces[0]!.values, other.pieces[0].values);
    expect(Math.abs(withOther(all))).toBeLessThan(0.6);
    expect(withOther(own)).toBeGreaterThan(0.85);
    expect(own.pieces[0]).not.toEqual(mixed.pieces[0]);
  });

  it('turns many columns as it turns few: one product instead of transforms', async () => {
    const wide = { columns: 30, pieces: [smoothNoise(random, 41, 30)] };
    const first = {
      columns: 1,
      pieces: [{ rows: 41, columns: 1, values: wide.pieces[0].values.filter((_, at) => at % 30 === 0) }],
    };
    const [many, few] = [await phaseSurrogate(wide, number), await phaseSurrogate(first, number)];
    few.pieces[0]!.values.forEach((value, row) =>
      expect(many.pieces[0]!.values[30 * row]).toBeCloseTo(value, 10),
    );
  });

  it('takes everything for a space’s own where others tell nothing of it', async () => {
    const alone = { columns: 1, pieces: [smoothNoise(random, 60, 1), smoothNoise(random, 50, 1)] };
    expect(await sharedPart(alone, [], 1)).toBeNull();
  });
});

describe('foldDependence', () => {
  const mean = (...pieces: number[]) => ({ terms: [{ model: 'm', factor: 1 }], pieces });
  const statistic = (...parts: Statistic['parts']): Statistic => ({ key: '', parts, twoSided: false });
  const minus = { terms: [{ model: 'm', factor: -1 }], pieces: [1, 2] };

  it('is what pairs of pieces that count twice make of the spread', () => {
    const pieces = { kind: 'pieces' } as const;
    expect(foldDependence(statistic(mean(0, 1, 2)), [0, 1, 2], pieces)).toBeCloseTo(Math.SQRT2, 12);
    expect(foldDependence(statistic(mean(1)), [0, 1, 2], pieces)).toBe(1);
    expect(foldDependence(statistic(mean(0, 1)), [0, 1, 2, 3, 4], pieces)).toBeCloseTo(Math.sqrt(1.25), 12);
    expect(foldDependence(statistic(mean(0), minus), [0, 1, 2], pieces)).toBeCloseTo(Math.sqrt(0.5), 12);
    const blocks = { kind: 'blocks', count: 4, gapSamples: 0 } as const;
    expect(foldDependence(statistic(mean(0, 1)), [0, 1], blocks)).toBeCloseTo(Math.SQRT2, 12);
  });
});

describe('helping threads', () => {
  it('draw what this thread draws', async () => {
    const address = JSON.stringify(new URL('phaseThread.ts', import.meta.url).href);
    const load = `import('tsx/esm/api').then(({ tsImport }) => tsImport(${address}, ${address}))`;
    const started: Worker[] = [];
    const startHelper = () => {
      started.push(new Worker(load, { eval: true }));
      return started[0];
    };
    const drawn: EncodingPlan = { ...plan, null: { kind: 'phase', count: 12, refit: true } };
    const alone = await encode(study, drawn);
    const helped = await encode(study, drawn, { threads: 2, startHelper });
    expect(started).toHaveLength(1);
    expect(helped).toEqual(alone);
  });
});

describe('every null', () => {
  it.each([
    { kind: 'phase', count: 39, refit: true },
    { kind: 'phase', count: 99, refit: false },
    { kind: 'blocks', count: 99, blockSamples: 10 },
  ] as const)('finds the planted unique contribution by %j, and no other', async (drawn) => {
    const longer = simulatedStudy({
      samples: [100, 90, 110],
      participants: 4,
      spaces: { sound: 2, words: 3 },
      driven: ({ sound }, target) => (target === 0 ? later(sound, 0, 1) : new Float64Array(sound.rows)),
    });
    const { contributions } = await encode(longer, { ...plan, null: drawn });
    const unique = (space: string) =>
      contributions.find(({ spaces, kind }) => kind === 'unique' && spaces[0] === space)!.groups.all;
    expect(unique('sound').pFamily![0]).toBe(1 / (drawn.count + 1));
    expect(Math.min(...unique('sound').pFamily!.slice(1), ...unique('words').pFamily!)).toBeGreaterThan(0.05);
  });

  it('of flipped signs tests shares too, and warns', async () => {
    const report = await encode(study, { ...plan, null: { kind: 'signs', count: 7 } });
    expect(report.contributions.every(({ groups }) => groups.all.p?.every((p) => p >= 1 / 8))).toBe(true);
    expect(report.remarks.some((remark) => remark.includes('population for these stimuli only'))).toBe(true);
  });
});
