import { doubleRowOf, doubleZeros, type DoubleMatrix } from '../../linear/doubleMatrix';
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

/** A run's spectrum with random phases, the same for all targets: [samples - 1, targets]. */
export function turnedSpectrum(spectrum: DoubleMatrix, random: Random): DoubleMatrix {
  const turned = doubleZeros(spectrum.rows, spectrum.columns);
  for (let row = 0; row + 1 < spectrum.rows; row += 2) {
    const phase = 2 * Math.PI * random.next();
    const [cosine, sine] = [Math.cos(phase), Math.sin(phase)];
    const [real, imaginary] = [doubleRowOf(spectrum, row), doubleRowOf(spectrum, row + 1)];
    const [toReal, toImaginary] = [doubleRowOf(turned, row), doubleRowOf(turned, row + 1)];
    for (let column = 0; column < spectrum.columns; column++) {
      toReal[column] = cosine * real[column] - sine * imaginary[column];
      toImaginary[column] = sine * real[column] + cosine * imaginary[column];
    }
  }
  if (spectrum.rows % 2 === 1) {
    const sign = random.next() < 0.5 ? -1 : 1;
    const last = doubleRowOf(spectrum, spectrum.rows - 1);
    doubleRowOf(turned, spectrum.rows - 1).set(last.map((value) => sign * value));
  }
  return turned;
}
