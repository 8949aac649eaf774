import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { product } from '../../linear/product';
import { createRandom } from '../../random';
import { fourierOf } from '../../signal/fourier';
import { type HeldOutSeries } from './heldOutSeries';

/** Random phases of one piece's frequencies, the same for all participants, targets and models: [draws, 2 * frequencies]. */
export function phaseTurns(
  samples: number,
  { seed, piece, draws }: { seed: number; piece: number; draws: number },
): DoubleMatrix {
  const random = createRandom(seed, `phases of the predictions of piece ${piece}`);
  const frequencies = Math.floor(samples / 2);
  const turns = doubleZeros(draws, 2 * frequencies);
  for (let draw = 0; draw < draws; draw++) {
    for (let frequency = 1; frequency <= frequencies; frequency++) {
      const phase = 2 * Math.PI * random.next();
      const at = draw * turns.columns + 2 * (frequency - 1);
      const highest = 2 * frequency === samples;
      // The highest frequency of an even length is real: its surrogate has either sign.
      turns.values[at] = highest ? Math.sign(phase - Math.PI) || 1 : 2 * Math.cos(phase);
      turns.values[at + 1] = highest ? 0 : 2 * Math.sin(phase);
    }
  }
  return turns;
}

/**
 * The sums of products of measurements with predictions whose phases are random: [draws, targets]. Features turned by
 * common phases have their predictions, a linear filter of them, turned by the same, so that nothing is predicted anew:
 * each draw only turns the cross-spectrum.
 */
export async function spectralProducts(
  { measured, predicted }: Pick<HeldOutSeries, 'measured' | 'predicted'>,
  turns: DoubleMatrix,
  threads: number,
): Promise<DoubleMatrix> {
  return product(turns, crossSpectra({ measured, predicted }), { threads });
}

/** Real and imaginary parts of conj(Y) X / samples at every frequency above 0, [2 * frequencies, targets]. */
function crossSpectra({ measured, predicted }: Pick<HeldOutSeries, 'measured' | 'predicted'>): DoubleMatrix {
  const { rows, columns } = measured;
  const frequencies = Math.floor(rows / 2);
  const result = doubleZeros(2 * frequencies, columns);
  const [pair, spectrum] = [new Float64Array(2 * rows), new Float64Array(2 * rows)];
  const { forward } = fourierOf(rows);
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < rows; row++) {
      pair[2 * row] = measured.values[row * columns + column];
      pair[2 * row + 1] = predicted.values[row * columns + column];
    }
    forward(spectrum, pair);
    for (let frequency = 1; frequency <= frequencies; frequency++) {
      const [real, imaginary] = crossAt(spectrum, frequency, rows);
      result.values[2 * (frequency - 1) * columns + column] = real / rows;
      result.values[(2 * frequency - 1) * columns + column] = -imaginary / rows;
    }
  }
  return result;
}

/** conj(Y) X at a frequency, of two real series that were transformed as one complex one, y + i x. */
function crossAt(spectrum: Float64Array, frequency: number, rows: number): [number, number] {
  const mirror = rows - frequency;
  const [a, b] = [spectrum[2 * frequency], spectrum[2 * frequency + 1]];
  const [c, d] = [spectrum[2 * mirror], spectrum[2 * mirror + 1]];
  const [yReal, yImaginary] = [(a + c) / 2, (b - d) / 2];
  const [xReal, xImaginary] = [(b + d) / 2, (c - a) / 2];
  return [yReal * xReal + yImaginary * xImaginary, yReal * xImaginary - yImaginary * xReal];
}
