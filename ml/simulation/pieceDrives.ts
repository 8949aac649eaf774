import { createRandom } from '../random';
import { convolved, haemodynamicResponse } from '../signal/haemodynamicResponse';
import { embeddingReadOuts } from './embeddingReadOuts';
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

/** Of what follows the embedding, the part that follows its change; the rest follows what is read out of it. */
const changePart = 0.3;

function embeddingDrive(change: Float64Array, readOut: Float64Array): Float64Array {
  const sum = new Float64Array(change.length);
  addShare(sum, change, changePart);
  addShare(sum, readOut, 1 - changePart);
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

function drivesOf(sound: SimulatedSound, readOut: Float64Array, plan: SimulationPlan): PieceDrives {
  const response = haemodynamicResponse(plan.hopSeconds);
  const heard = (drive: Float64Array) => standardised(convolved(standardised(drive), response));
  const change = standardised(sound.embeddingChange);
  return {
    envelope: heard(sound.envelope),
    embedding: heard(embeddingDrive(change, readOut)),
    change,
    shared: sharedSignals(sound, plan),
  };
}

/** The drives of every piece. */
export function pieceDrives(sounds: readonly SimulatedSound[], plan: SimulationPlan): PieceDrives[] {
  const readOuts = embeddingReadOuts(sounds);
  return sounds.map((sound, piece) => drivesOf(sound, readOuts[piece], plan));
}
