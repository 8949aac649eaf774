import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DoubleMatrix } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { type Design, joined } from '../design/design';
import { errorsByAlpha, summed } from './errorsByAlpha';
import { ChooserByTarget } from './penalties';
import { coordinates, heldOutSide, type RidgeDesign, shrunken, trainRidge } from './ridge';
import { RidgeBook } from './ridgeBook';
import { type Split } from '../samples/splits';
import { splitTargets } from '../samples/splitTargets';
import { columnMeans, rowsOfMatrix } from '../samples/submatrix';
import { referenceValues, rowsAsLists } from '../testing/referenceValues.testing';

/** What reference/ridge.py wrote. */
const reference = JSON.parse(readFileSync(new URL('../reference/ridge.json', import.meta.url), 'utf8')) as {
  alphas: number[];
  withIntercept: Record<string, number[][]>;
  withoutIntercept: Record<string, number[][]>;
  wide: number[][];
  bestAlphas: number[];
  gammas: number[][];
  bandedDeltas: number[][];
  bandedBest: number[];
};
const known = new URL('../../../../shared/neuro/ridge_known/himalaya_readme_ridgecv.json', import.meta.url);

const below = (end: number, start = 0) => Int32Array.from({ length: end - start }, (_, at) => start + at);
const stacked = (top: DoubleMatrix, bottom: DoubleMatrix): DoubleMatrix => ({
  rows: top.rows + bottom.rows,
  columns: top.columns,
  values: Float64Array.from([...top.values, ...bottom.values]),
});

const x = referenceValues(30, 6, 1);
const y = referenceValues(30, 3, 2);
for (let row = 0; row < 30; row++) {
  y.values[3 * row] += 2 * x.values[6 * row];
  y.values[3 * row + 1] += x.values[6 * row + 3] + 0.7;
}
const test = referenceValues(10, 6, 3);
const wide = referenceValues(12, 40, 4);
const wideTest = referenceValues(5, 40, 5);

async function designIn(form: Design['form'], columns: DoubleMatrix, centred: boolean): Promise<RidgeDesign> {
  const matrix = form === 'primal' ? columns : await product(columns, columns, { transposeRight: true });
  return { form, matrix, centred, threads: 1 };
}

/** Predictions of the rows after the targets' from those that targets have. */
async function predicted(design: RidgeDesign, targets: DoubleMatrix, alpha: number): Promise<number[][]> {
  const ridge = await trainRidge(design, below(targets.rows));
  const means = design.centred ? columnMeans(targets) : new Float64Array(targets.columns);
  const centred = {
    ...targets,
    values: targets.values.map((value, at) => value - means[at % targets.columns]),
  };
  const weighted = shrunken(
    ridge,
    await coordinates(ridge, centred, 1),
    new Float64Array(targets.columns).fill(alpha),
  );
  const side = await heldOutSide(ridge, design, below(design.matrix.rows, targets.rows));
  const found = await product(side, weighted);
  return rowsAsLists(found).map((row) => row.map((value, target) => value + means[target]));
}

function expectClose(found: number[][], expected: number[][], digits = 9) {
  expected.forEach((row, index) =>
    row.forEach((value, column) => expect(found[index][column]).toBeCloseTo(value, digits)),
  );
}

/** Consecutive blocks of rows, each held out once, as scikit-learn's KFold without shuffling. */
function folds(rows: number, count: number): Split[] {
  const size = rows / count;
  return Array.from({ length: count }, (_, fold) => {
    const part = (start: number, end: number) => (end > start ? [{ piece: 0, start, end }] : []);
    return {
      test: part(fold * size, (fold + 1) * size),
      train: [...part(0, fold * size), ...part((fold + 1) * size, rows)],
    };
  });
}

/** The penalty that each target chooses over the folds, among weights of the spaces. */
async function chosen(
  designs: RidgeDesign[],
  targets: DoubleMatrix,
  { alphas, count }: { alphas: number[]; count: number },
) {
  const layout = { starts: [0], samples: [targets.rows], rows: targets.rows };
  const chooser = new ChooserByTarget(alphas, () => targets.columns);
  for (const [candidate, design] of designs.entries()) {
    const book = new RidgeBook(design, layout);
    const errors = [];
    for (const split of folds(targets.rows, count)) {
      const own = splitTargets(targets, split, { layout, centred: design.centred });
      errors.push(await errorsByAlpha(await book.of(split), own, { alphas, threads: 1 }));
    }
    chooser.offer(0, 0, { candidate, firstColumn: 0, errors: summed(errors) });
  }
  const { alphas: best, candidates } = chooser.choice(0, 0);
  return { alphas: Array.from(best), candidates: Array.from(candidates) };
}

describe('ridge', () => {
  it.each(['primal', 'kernel'] as const)('is scikit-learn’s and himalaya’s in its %s form', async (form) => {
    const centred = await designIn(form, stacked(x, test), true);
    const plain = await designIn(form, stacked(x, test), false);
    for (const alpha of reference.alphas) {
      const name = alpha >= 1 ? alpha.toFixed(1) : String(alpha);
      expectClose(await predicted(centred, y, alpha), reference.withIntercept[name]);
      expectClose(await predicted(plain, y, alpha), reference.withoutIntercept[name]);
    }
  });

  it.each(['primal', 'kernel'] as const)(
    'is scikit-learn’s with more columns than rows, %s',
    async (form) => {
      const design = await designIn(form, stacked(wide, wideTest), true);
      expectClose(await predicted(design, rowsOfMatrix(y, below(12)), 2), reference.wide);
    },
  );

  it('chooses the penalties that himalaya’s RidgeCV chooses', async () => {
    const design = await designIn('primal', x, false);
    const { alphas } = await chosen([design], y, { alphas: reference.alphas, count: 5 });
    alphas.forEach((alpha, target) => expect(alpha).toBeCloseTo(reference.bestAlphas[target], 9));
  });

  it.skipIf(!existsSync(known))('chooses the penalties of himalaya’s own example', async () => {
    const example = JSON.parse(readFileSync(known, 'utf8')) as {
      X: number[][];
      Y: number[][];
      alphas: number[];
      best_alphas: number[];
    };
    const matrixOf = (rows: number[][]): DoubleMatrix => ({
      rows: rows.length,
      columns: rows[0].length,
      values: Float64Array.from(rows.flat()),
    });
    const design = await designIn('kernel', matrixOf(example.X), false);
    const { alphas } = await chosen([design], matrixOf(example.Y), { alphas: example.alphas, count: 5 });
    expect(alphas).toEqual(example.best_alphas);
  });

  it('chooses the weights of spaces that himalaya’s random search chooses', async () => {
    const columnsFrom = (first: number, end: number): DoubleMatrix => ({
      rows: 30,
      columns: end - first,
      values: x.values.filter((_, at) => at % 6 >= first && at % 6 < end),
    });
    const spaces = [columnsFrom(0, 2), columnsFrom(2, 6)];
    const designs = reference.gammas.map((weights) => {
      const matrix = joined({ form: 'primal', spaces }, weights);
      return { form: 'primal' as const, matrix, centred: false, threads: 1 };
    });
    const { alphas, candidates } = await chosen(designs, y, { alphas: reference.alphas, count: 5 });
    alphas.forEach((alpha, target) => {
      const deltas = reference.gammas[candidates[target]].map((gamma) => Math.log(gamma / alpha));
      deltas.forEach((delta, space) => expect(delta).toBeCloseTo(reference.bandedDeltas[space][target], 9));
    });
  });

  it('predicts the same in either form, whatever the shape', async () => {
    const sizes = fc.tuple(fc.integer({ min: 4, max: 9 }), fc.integer({ min: 1, max: 12 }), fc.nat(99));
    await fc.assert(
      fc.asyncProperty(sizes, fc.constantFrom(0.1, 3, 50), async ([rows, columns, seed], alpha) => {
        const features = referenceValues(rows + 3, columns, seed);
        const targets = referenceValues(rows, 2, seed + 100);
        const [primal, kernel] = await Promise.all(
          (['primal', 'kernel'] as const).map(async (form) =>
            predicted(await designIn(form, features, true), targets, alpha),
          ),
        );
        expectClose(primal, kernel, 8);
      }),
      { numRuns: 30 },
    );
  });
});
