import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { delayedColumns } from '../design/delayedColumns';
import { delayedKernel } from '../design/delayedKernel';
import { formOf } from '../design/design';
import { joined } from '../design/design';
import { errorsByAlpha, summed } from '../ridge/errorsByAlpha';
import { coordinates, heldOutSide, type RidgeDesign, shrunken, trainRidge } from '../ridge/ridge';
import { RidgeBook } from '../ridge/ridgeBook';
import { rowsOf, type SampleLayout, sampleLayout } from '../samples/sampleLayout';
import { type SpaceSeries } from '../design/spaceSeries';
import { nestedSplits, type Split } from '../samples/splits';
import { splitTargets } from '../samples/splitTargets';

/** Samples either way at which other features may tell of a space: what happens in music shows in both within seconds. */
const delays = [-2, -1, 0, 1, 2];

/** Penalties, as multiples of the mean square of the others' delayed columns. */
const steps = Array.from({ length: 11 }, (_, step) => 10 ** (step - 4));

const blocks = 5;

/**
 * What other spaces tell of a space: the ridge regression of its columns on theirs at delays of two samples either way,
 * with the penalty that predicts pieces left out best. Null where they tell nothing of those.
 *
 * @param others every series with the same pieces
 */
export async function sharedPart(
  space: SpaceSeries,
  others: readonly SpaceSeries[],
  threads: number,
): Promise<SpaceSeries | null> {
  const present = [...space.pieces.keys()].filter((piece) =>
    [space, ...others].every((each) => each.pieces[piece]),
  );
  if (others.length === 0 || present.length === 0) return null;
  const layout = sampleLayout(present.map((piece) => ({ samples: space.pieces[piece]!.rows })));
  const design = await designOfOthers(others, { present, layout, threads });
  const targets = stacked(space, present, layout);
  const alpha = await bestAlpha(design, { targets, layout });
  if (alpha === null) return null;
  const all = rowsOf(
    present.map((_, piece) => ({ piece, start: 0, end: layout.samples[piece] })),
    layout,
  );
  const ridge = await trainRidge(design, all);
  const found = await coordinates(ridge, targets, threads);
  const alphas = new Float64Array(found.columns).fill(alpha);
  const fitted = await product(await heldOutSide(ridge, design, all), shrunken(ridge, found, alphas), {
    threads,
  });
  return { columns: space.columns, pieces: unstacked(fitted, { space, present, layout }) };
}

/** Which pieces take part, and where they lie. */
interface Place {
  present: number[];
  layout: SampleLayout;
}

async function designOfOthers(
  others: readonly SpaceSeries[],
  { present, layout, threads }: Place & { threads: number },
): Promise<RidgeDesign> {
  const options = { layout, before: present.map(() => 0), delays, standardise: 'features' as const, threads };
  const columns = others.reduce((sum, other) => sum + other.columns, 0) * delays.length;
  const form = formOf(columns, layout.rows);
  const spaces: DoubleMatrix[] = [];
  for (const { columns: width, pieces } of others) {
    const series = { columns: width, pieces: present.map((piece) => pieces[piece]) };
    spaces.push(form === 'primal' ? delayedColumns(series, options) : await delayedKernel(series, options));
  }
  const matrix = joined(
    { form, spaces },
    spaces.map(() => 1),
  );
  return { form, matrix, centred: true, threads };
}

/** The penalty of the least error on pieces left out; null where the mean does as well. */
async function bestAlpha(
  design: RidgeDesign,
  { targets, layout }: { targets: DoubleMatrix; layout: SampleLayout },
): Promise<number | null> {
  const alphas = steps.map((step) => step * meanSquare(design));
  const errors = [];
  for (const split of splitsOf(layout)) {
    const book = new RidgeBook(design, layout);
    const own = splitTargets(targets, split, { layout, centred: true });
    errors.push(await errorsByAlpha(await book.of(split), own, { alphas, threads: design.threads }));
  }
  const { byAlpha, ofMean } = summed(errors);
  const total = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0);
  const sums = byAlpha.map(total);
  const least = Math.min(...sums);
  return least < total(ofMean) ? alphas[sums.indexOf(least)] : null;
}

/** The mean eigenvalue of the smaller of X'X and XX', so that penalties mean the same for spaces of any size. */
function meanSquare({ form, matrix: { rows, columns, values } }: RidgeDesign): number {
  let trace = 0;
  if (form === 'kernel') for (let row = 0; row < rows; row++) trace += values[row * rows + row];
  else for (const value of values) trace += value * value;
  return trace / Math.min(rows, columns) || 1;
}

function splitsOf(layout: SampleLayout): Split[] {
  const pieces = [...layout.samples.keys()];
  const folds =
    pieces.length > 1
      ? ({ kind: 'pieces' } as const)
      : ({ kind: 'blocks', count: blocks, gapSamples: Math.max(...delays) } as const);
  return nestedSplits(pieces, { samples: layout.samples, folds, gapSamples: Math.max(...delays) });
}

function stacked(
  { columns, pieces }: SpaceSeries,
  present: readonly number[],
  layout: SampleLayout,
): DoubleMatrix {
  const result = doubleZeros(layout.rows, columns);
  present.forEach((piece, index) => result.values.set(pieces[piece]!.values, layout.starts[index] * columns));
  return result;
}

function unstacked(
  fitted: DoubleMatrix,
  { space, present, layout }: Place & { space: SpaceSeries },
): (DoubleMatrix | null)[] {
  return space.pieces.map((piece, index) => {
    const place = present.indexOf(index);
    if (!piece || place < 0) return null;
    const first = layout.starts[place] * space.columns;
    return { ...piece, values: fitted.values.slice(first, first + piece.values.length) };
  });
}
