import type { CochlearStages } from '../cochleaKernel';
import type { Biquad, CochlearFilter } from '../constantQFilters';

/*
 * The plain twin of the cochlea's kernel, which must equal it to the last bit: the same operations in the same order,
 * channel by channel.
 */

const rounding = 6755399441055744;
const ln2High = 0.69314718036912381649;
const ln2Low = 1.90821492927058770002e-10;
/** 1 / 10!, 1 / 9! ... 1 / 0! */
const series = [3628800, 362880, 40320, 5040, 720, 120, 24, 6, 2, 1, 1].map((factorial) => 1 / factorial);

/** What a CochleaKernel makes of all the samples at once, [frames, channels]. */
export function plainCochlea(
  filters: readonly CochlearFilter[],
  { hairCell, integratorDecay, frameLength }: CochlearStages,
  samples: Float64Array,
): Float32Array {
  const channels = filters.length - 1;
  const frames = new Float32Array((samples.length / frameLength) * channels);
  const heard = filters.map((filter) => {
    const filtered = filter.reduce((sound, section) => plainBiquad(section, sound), samples);
    return hairCell ? plainHairCell(filtered, hairCell) : filtered;
  });
  for (let channel = 0; channel < channels; channel++) {
    let sum = 0;
    for (let i = 0; i < samples.length; i++) {
      sum = Math.max(heard[channel][i] - heard[channel + 1][i], 0) + integratorDecay * sum;
      if ((i + 1) % frameLength === 0) frames[((i + 1) / frameLength - 1) * channels + channel] = sum;
    }
  }
  return frames;
}

function plainBiquad({ b0, b1, b2, a1, a2 }: Biquad, samples: Float64Array): Float64Array {
  let [first, second] = [0, 0];
  return samples.map((value) => {
    const output = b0 * value + first;
    first = b1 * value - a1 * output + second;
    second = b2 * value - a2 * output;
    return output;
  });
}

function plainHairCell(samples: Float64Array, { slope, decay }: { slope: number; decay: number }) {
  let membrane = 0;
  return samples.map((value) => {
    const bent = 1 / (1 + plainExponential(value * -slope));
    membrane = bent + decay * membrane;
    return membrane;
  });
}

/** The kernel's exponential. */
export function plainExponential(value: number): number {
  const held = Math.max(Math.min(value, 700), -700);
  const whole = held * 1.4426950408889634 + rounding - rounding;
  const rest = held - whole * ln2High - whole * ln2Low;
  return series.reduce((sum, factor) => sum * rest + factor) * 2 ** whole;
}
