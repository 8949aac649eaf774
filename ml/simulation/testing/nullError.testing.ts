import { encode } from '../../encoding/encode';
import { defaultSimulation, nullSimulation } from '../simulationPlan';
import { Counts } from './truthCounts.testing';
import {
  anyPasses,
  mapsOf,
  seedsOf,
  truthEncoding,
  truthStudy,
  type TruthSizes,
} from './truthStudies.testing';

/**
 * How often any region is found where nothing is planted but a signal of so great a share that all people have in
 * common: the family-wise error, by map.
 */
export async function nullError(
  sharedShare: number,
  sizes: TruthSizes,
  onStudy: (done: number, counts: Counts) => void,
): Promise<Counts> {
  const counts = new Counts();
  for (const [done, seed] of seedsOf(sizes).entries()) {
    const plan = {
      ...nullSimulation(defaultSimulation),
      participants: sizes.participants,
      sharedShare,
      seed,
    };
    const report = await encode(truthStudy(plan, sizes), truthEncoding(seed, sizes));
    for (const [name, map] of mapsOf(report)) counts.add(name, anyPasses(map));
    onStudy(done + 1, counts);
  }
  return counts;
}
