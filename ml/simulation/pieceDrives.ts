import { doubleColumnOf, type DoubleMatrix } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { convolved, haemodynamicResponse } from '../signal/haemodynamicResponse';
import { autoregressive } from './noise';
import type { SimulationPlan } from './simulationPlan';
import { simulatedRegions } from './simulatedRegions';
import type { SimulatedSound } from './simulatedSound';
import { addShare, standardised } from './standardised';

/** What a piece does to everybody's brain and ratings alike; each series at mean 0 and standard deviation 1. */
export interface PieceDrives {
  /** After the haemodynamic response. */
  envelope: Float64Array;
  /** After the haemodynamic response. */
  embedding: Float64Array;
  /** Of the embedding, as it sounds: what moves emotionality. */
  change: Float64Array;
  /** By region: what is shared and related to no feature, after the haemodynamic response. */
  shared: Float64Array[];
}

/** A fixed sum of the embedding's columns, each standardised, with signs from the seed: the same for every piece. */
function readOut(embedding: DoubleMatrix, seed: number): Float64Array {
  const random = createRandom(seed, 'read-out of the embedding');
  const sum = new Float64Array(embedding.rows);
  for (let column = 0; column < embedding.columns; column++) {
    const weight = random.between(0.5, 1.5) * random.pick([-1, 1]);
    const values = standardised(doubleColumnOf(embedding, column));
    for (let sample = 0; sample < sum.length; sample++) sum[sample] += weight * values[sample];
  }
  return standardised(sum);
}

/** Half the change, half the read-out. */
function embeddingDrive(change: Float64Array, embedding: DoubleMatrix, seed: number): Float64Array {
  const sum = new Float64Array(change.length);
  addShare(sum, change, 0.5);
  addShare(sum, readOut(embedding, seed), 0.5);
  return sum;
}

/** A signal for each region: half its network's, half its own. */
function sharedSignals(sound: SimulatedSound, { seed, hopSeconds }: SimulationPlan): Float64Array[] {
  const response = haemodynamicResponse(hopSeconds);
  const signalOf = (what: string) => {
    const random = createRandom(seed, `shared ${sound.name} ${what}`);
    return standardised(convolved(autoregressive(random, sound.samples, 0.5), response));
  };
  const networks = new Map(simulatedRegions.map(({ network }) => [network, signalOf(`network ${network}`)]));
  return simulatedRegions.map(({ name, network }) => {
    const sum = new Float64Array(sound.samples);
    addShare(sum, networks.get(network)!, 0.5);
    addShare(sum, signalOf(`region ${name}`), 0.5);
    return standardised(sum);
  });
}

/** The drives of one piece. */
export function pieceDrives(sound: SimulatedSound, plan: SimulationPlan): PieceDrives {
  const response = haemodynamicResponse(plan.hopSeconds);
  const heard = (drive: Float64Array) => standardised(convolved(standardised(drive), response));
  const change = standardised(sound.embeddingChange);
  return {
    envelope: heard(sound.envelope),
    embedding: heard(embeddingDrive(change, sound.embedding, plan.seed)),
    change,
    shared: sharedSignals(sound, plan),
  };
}
