import type { Random } from '../../../random';
import { oscillation } from '../eegSpectra';
import { shapedNoises } from '../shapedNoise';
import { directionOf } from '../sphere';
import { addWave, type ArtefactScene, randomMoments, relativeReach, secondsOf } from './artefactScene';

/** Muscles of the jaw. */
const temples = [directionOf([-1, 0.2, -0.1]), directionOf([1, 0.2, -0.1])];
const width = 0.4;

/** Broad, highest where muscles are. */
const spectrum = oscillation(38, 12);
const lasts = [0.3, 1.2] as const;

/** Standard deviation in microvolts at the nearest electrode, in the middle of a burst. */
const heights = [8, 25] as const;

/** Noise that swells and fades. */
function burst(random: Random, rateHz: number, seconds: number): Float64Array {
  const samples = Math.round(seconds * rateHz);
  const [noise] = shapedNoises(random, { spectrum, samples, rateHz }, 1);
  return noise.map((value, sample) => value * Math.sin((Math.PI * (sample + 0.5)) / samples));
}

/** Adds bursts of muscle activity over one temple or the other. */
export function addMuscleBursts(scene: ArtefactScene, random: Random, perMinute: number): void {
  const { rateHz } = scene;
  for (const fromSeconds of randomMoments(random, perMinute, secondsOf(scene))) {
    const gains = relativeReach(scene, random.pick(temples), width);
    const height = random.between(...heights);
    const wave = burst(random, rateHz, random.between(...lasts));
    scene.samples.forEach((samples, channel) =>
      addWave(samples, { rateHz, fromSeconds, gain: height * gains[channel] }, wave),
    );
  }
}
