import type { Random } from '../../../random';
import type { ArtefactPlan } from '../eegSimulationPlan';
import type { ArtefactScene } from './artefactScene';
import { addBlinks } from './blinks';
import { addElectrodePops } from './electrodePops';
import { addLineHum } from './lineHum';
import { addMuscleBursts } from './muscleBursts';
import { addSlowDrift } from './slowDrift';

/**
 * Adds everything that disturbs a recording, each kind from random numbers of its own.
 *
 * @param randomOf the random numbers for a purpose
 */
export function addArtefacts(
  scene: ArtefactScene,
  plan: ArtefactPlan,
  randomOf: (purpose: string) => Random,
): void {
  addBlinks(scene, randomOf('blinks'), plan.blinksPerMinute);
  addMuscleBursts(scene, randomOf('muscle bursts'), plan.muscleBurstsPerMinute);
  addElectrodePops(scene, randomOf('electrode pops'), plan.electrodePopsPerMinute);
  if (plan.lineMicrovolts > 0)
    addLineHum(scene, randomOf('line hum'), { lineHz: plan.lineHz, microvolts: plan.lineMicrovolts });
  if (plan.driftMicrovolts > 0) addSlowDrift(scene, randomOf('drift'), plan.driftMicrovolts);
}
