import type { Random } from '../../../random';
import { addWave, type ArtefactScene, randomMoments, secondsOf } from './artefactScene';

/** How far an electrode jumps, in microvolts, and how long it takes to come back to a third. */
const heights = [80, 250] as const;
const decaySeconds = 0.8;

/** Adds jumps of single electrodes, up or down, which fade away. */
export function addElectrodePops(scene: ArtefactScene, random: Random, perMinute: number): void {
  const { rateHz, samples } = scene;
  const wave = Float64Array.from({ length: Math.round(6 * decaySeconds * rateHz) }, (_, sample) =>
    Math.exp(-sample / rateHz / decaySeconds),
  );
  for (const fromSeconds of randomMoments(random, perMinute, secondsOf(scene))) {
    const gain = random.pick([-1, 1]) * random.between(...heights);
    addWave(random.pick(samples), { rateHz, fromSeconds, gain }, wave);
  }
}
