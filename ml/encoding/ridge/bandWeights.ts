import { standardNormal } from '../../normal';
import { createRandom } from '../../random';
import { type EncodingPlan } from '../encodingPlan';

/** Concentrations of the Dirichlet distribution, in turns: sparse weights and even ones, as himalaya's random search. */
const concentrations = [0.1, 1];

/**
 * What the spaces of a banded ridge are weighted with, [candidate][space], each summing to the number of spaces. The
 * first is all ones: plain ridge, with the same meaning of alpha, is always among the candidates. A space's own penalty is
 * alpha / weight. (Nunez-Elizalde, Huth and Gallant 2019; random search of Dupre la Tour et al. 2022, whose weights sum
 * to 1: their alpha is ours divided by the number of spaces.)
 */
export function bandWeights(
  spaces: number,
  { banded, seed }: Pick<EncodingPlan, 'banded' | 'seed'>,
): number[][] {
  const even = Array.from({ length: spaces }, () => 1);
  if (!banded || spaces === 1) return [even];
  const random = createRandom(seed, `band weights of ${spaces} spaces`);
  const candidates = Array.from({ length: banded.candidates - 1 }, (_, index) => {
    const gammas = even.map(() => gamma(concentrations[index % concentrations.length], () => random.next()));
    const sum = gammas.reduce((total, value) => total + value, 0);
    return gammas.map((value) => (spaces * value) / sum);
  });
  return [even, ...candidates];
}

/** A number of the gamma distribution of scale 1 (Marsaglia and Tsang 2000, with their boost for shapes below 1). */
function gamma(shape: number, next: () => number): number {
  if (shape < 1) return gamma(shape + 1, next) * (1 - next()) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = standardNormal({ next });
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - next()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
