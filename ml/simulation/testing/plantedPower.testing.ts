import { encode } from '../../encoding/encode';
import { defaultSimulation } from '../simulationPlan';
import { regionsOf } from '../simulatedRegions';
import { Counts } from './truthCounts.testing';
import { mapsOf, passes, seedsOf, truthEncoding, truthStudy, type TruthSizes } from './truthStudies.testing';

/**
 * How often what is planted is found, family-wise: the envelope in auditory cortex, the embedding in dmPFC; and how often
 * the embedding is found to add anything in auditory cortex, or the envelope in dmPFC, where none was planted.
 */
export async function plantedPower(
  sizes: TruthSizes,
  onStudy: (done: number, counts: Counts) => void,
): Promise<Counts> {
  const counts = new Counts();
  for (const [done, seed] of seedsOf(sizes).entries()) {
    const study = truthStudy({ ...defaultSimulation, participants: sizes.participants, seed }, sizes);
    const maps = mapsOf(await encode(study, truthEncoding(seed, sizes)));
    const found = (name: string, region: string) =>
      passes(
        maps.get(name)!,
        study.targets.findIndex((target) => target.name === region),
      );
    for (const region of regionsOf('auditory')) {
      counts.add(`power: envelope unique in ${region}`, found('unique to envelope', region));
      counts.add(`error: embedding unique in ${region}`, found('unique to embedding', region));
    }
    for (const region of regionsOf('emotion')) {
      counts.add(`power: embedding unique in ${region}`, found('unique to embedding', region));
      counts.add(`error: envelope unique in ${region}`, found('unique to envelope', region));
    }
    onStudy(done + 1, counts);
  }
  return counts;
}
