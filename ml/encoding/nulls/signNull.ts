import { createRandom } from '../../random';
import { type TestedStatistics } from '../scores/tested';

/**
 * Flips the signs of participants, the same for all statistics. It asks whether people like these would show an effect with
 * these very stimuli, and takes whatever all of them share for one, whether or not features explain it.
 */
export function testBySigns(
  tested: TestedStatistics,
  { count, seed }: { count: number; seed: number },
): void {
  const random = createRandom(seed, 'signs of participants');
  const participants = tested.participants(tested.statistics[0].key).length;
  for (let draw = 0; draw < count; draw++) {
    const signs = Array.from({ length: participants }, () => (random.next() < 0.5 ? -1 : 1));
    for (const statistic of tested.statistics) {
      tested.draw(statistic, flippedMean(tested, statistic.key, signs), { draw, draws: count });
    }
  }
}

function flippedMean(tested: TestedStatistics, key: string, signs: readonly number[]): Float64Array {
  const mean = new Float64Array(tested.targets);
  let count = 0;
  tested.participants(key).forEach((map, participant) => {
    if (!map) return;
    count++;
    for (let target = 0; target < mean.length; target++) mean[target] += signs[participant] * map[target];
  });
  return count > 0 ? mean.map((value) => value / count) : mean;
}
