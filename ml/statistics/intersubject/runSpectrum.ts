import { doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
import type { Random } from '../../random';
import { fourierOf } from '../../signal/fourier';

/** A deviation that small beside the mean is rounding. */
const rounding = 1e-10;

/**
 * A run by its frequencies: each column with mean 0 and deviation 1, then its real Fourier coefficients, cosine and sine
 * of each frequency in rows next to one another, the mean left out. Products of columns are the same as in time
 * (Parseval), so that correlations can be taken here; and turning pairs of rows is all that randomising phases takes.
 *
 * @param run [samples, targets]; a constant column becomes all 0
 * @returns [samples - 1, targets]
 */
export function runSpectrum(run: DoubleMatrix): DoubleMatrix {
  const spectrum = doubleZeros(Math.max(0, run.rows - 1), run.columns);
  const [input, output] = [new Float64Array(2 * run.rows), new Float64Array(2 * run.rows)];
  for (let column = 0; column < run.columns; column++) {
    const { mean, scale } = levelOf(run, column);
    for (let row = 0; row < run.rows; row++)
      input[2 * row] = (run.values[row * run.columns + column] - mean) * scale;
    fourierOf(run.rows).forward(output, input);
    for (let row = 0; row < spectrum.rows; row++) {
      // Rows 2 k - 2 and 2 k - 1 are frequency k; the last row of an even length is the highest frequency, alone.
      const [frequency, alone] = [(row >> 1) + 1, row === run.rows - 2 && row % 2 === 0];
      spectrum.values[row * run.columns + column] =
        output[2 * frequency + (row % 2)] * Math.sqrt((alone ? 1 : 2) / run.rows);
    }
  }
  return spectrum;
}

function levelOf({ rows, columns, values }: DoubleMatrix, column: number): { mean: number; scale: number } {
  let [sum, squares] = [0, 0];
  for (let row = 0; row < rows; row++) sum += values[row * columns + column];
  const mean = sum / rows;
  for (let row = 0; row < rows; row++) squares += (values[row * columns + column] - mean) ** 2;
  const deviation = Math.sqrt(squares / rows);
  return { mean, scale: deviation > rounding * Math.abs(mean) ? 1 / deviation : 0 };
}

/** The cosine and sine by which each frequency is turned, in the rows of its own cosine and sine. */
export type Turns = Float64Array;

/** Random phases for a run of so many rows of spectrum; the highest frequency of an even length has a sign alone. */
export function randomTurns(rows: number, random: Random): Turns {
  const turns = new Float64Array(rows);
  for (let row = 0; row + 1 < rows; row += 2) {
    const phase = 2 * Math.PI * random.next();
    turns[row] = Math.cos(phase);
    turns[row + 1] = Math.sin(phase);
  }
  if (rows % 2 === 1) turns[rows - 1] = random.next() < 0.5 ? -1 : 1;
  return turns;
}

/** Adds a run's spectrum to a total, all its targets turned alike. */
export function addTurned(total: DoubleMatrix, run: DoubleMatrix, turns: Turns | null) {
  const { values, columns } = run;
  forEachFrequency(run.rows, turns, ({ row, paired, cosine, sine }) => {
    const first = row * columns;
    for (let at = first; at < first + columns; at++) {
      const imaginary = paired ? values[at + columns] : 0;
      total.values[at] += cosine * values[at] - sine * imaginary;
      if (paired) total.values[at + columns] += sine * values[at] + cosine * imaginary;
    }
  });
}

/** The products of columns of a run, turned, with those of another: [targets]. */
export function turnedProducts(run: DoubleMatrix, other: DoubleMatrix, turns: Turns | null): Float64Array {
  const { values, columns } = run;
  const products = new Float64Array(columns);
  forEachFrequency(run.rows, turns, ({ row, paired, cosine, sine }) => {
    const first = row * columns;
    for (let column = 0; column < columns; column++) {
      const at = first + column;
      const [real, imaginary] = [other.values[at], paired ? other.values[at + columns] : 0];
      products[column] += values[at] * (cosine * real + sine * imaginary);
      if (paired) products[column] += values[at + columns] * (cosine * imaginary - sine * real);
    }
  });
  return products;
}

interface Frequency {
  /** Of its cosine; its sine is in the next one. */
  row: number;
  /** Whether there is a sine. */
  paired: boolean;
  cosine: number;
  sine: number;
}

function forEachFrequency(rows: number, turns: Turns | null, visit: (frequency: Frequency) => void) {
  for (let row = 0; row < rows; row += 2) {
    const paired = row + 1 < rows;
    visit({ row, paired, cosine: turns?.[row] ?? 1, sine: paired ? (turns?.[row + 1] ?? 0) : 0 });
  }
}
