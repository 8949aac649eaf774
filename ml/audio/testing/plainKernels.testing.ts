import { type FilterRun } from '../filter/filterKernel';
import { type KWeightingCoefficients } from '../filter/kWeightingKernel';

/*
 * The plain twins of the kernels, which must equal them to the last bit: the same operations in the same order, each
 * rounded as theirs are. Sums and products of two singles are the same whether rounded at once or by way of double
 * precision (Figueroa 1995, "When is double rounding innocuous?").
 */

/** What a FilterKernel of this table makes of the samples. */
export function plainFilter(
  { table, tapsPerRow }: { table: Float32Array; tapsPerRow: number },
  samples: Float32Array,
  { start, row, count, samplesPerOutput, rowsPerOutput }: FilterRun,
): Float32Array {
  const rows = table.length / tapsPerRow;
  const outputs = new Float32Array(count);
  for (let k = 0; k < count; k++) {
    const rowsOn = row + k * rowsPerOutput;
    const first = start + k * samplesPerOutput + Math.floor(rowsOn / rows);
    const taps = (rowsOn % rows) * tapsPerRow;
    outputs[k] = sumOfProducts(
      table.subarray(taps, taps + tapsPerRow),
      samples.subarray(first, first + tapsPerRow),
    );
  }
  return outputs;
}

/** The sum in single precision, of eight partial sums. */
function sumOfProducts(taps: Float32Array, samples: Float32Array): number {
  const [a, b, c, d] = [0, 1, 2, 3].map((lane) =>
    Math.fround(partialSum(taps, samples, lane) + partialSum(taps, samples, lane + 4)),
  );
  return Math.fround(a + b) + Math.fround(c + d);
}

/** The sum of every eighth product. */
function partialSum(taps: Float32Array, samples: Float32Array, first: number): number {
  let sum = 0;
  for (let i = first; i < taps.length; i += 8) {
    sum = Math.fround(Math.fround(taps[i] * samples[i]) + sum);
  }
  return sum;
}

/** Filters one channel as a KWeightingKernel does. `state` is what it remembers: the filters' memory and the energy. */
export function plainKWeighting(
  { b0, b1, b2, a1, a2, c1, c2, minusTwo }: KWeightingCoefficients,
  state: Float64Array,
  samples: Float32Array,
): void {
  let [shelf1, shelf2, pass1, pass2, energy] = state;
  for (let i = 0; i < samples.length; i++) {
    const sample = samples[i];
    const shelved = b0 * sample + shelf1;
    shelf1 = b1 * sample - a1 * shelved + shelf2;
    shelf2 = b2 * sample - a2 * shelved;
    const weighted = shelved + pass1;
    pass1 = minusTwo * shelved - c1 * weighted + pass2;
    pass2 = shelved - c2 * weighted;
    energy += weighted * weighted;
  }
  state.set([shelf1, shelf2, pass1, pass2, energy]);
}
