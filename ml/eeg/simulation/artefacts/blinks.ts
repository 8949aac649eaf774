import type { Random } from '../../../random';
import { directionOf } from '../sphere';
import { addWave, type ArtefactScene, randomMoments, relativeReach, secondsOf } from './artefactScene';

/** Between the eyes. */
const eyes = directionOf([0, 0.92, -0.39]);
const width = 0.55;

/** When the lid is closed, and how long its wave lasts, in seconds. */
const peakSeconds = 0.1;
const lastsSeconds = 0.6;

/** Microvolts at the electrodes above the eyes. */
const heights = [90, 170] as const;

/** A lid that closes fast and opens more slowly, 1 at its peak. */
function lidWave(rateHz: number): Float64Array {
  return Float64Array.from({ length: Math.round(lastsSeconds * rateHz) }, (_, sample) => {
    const time = sample / rateHz / peakSeconds;
    return (time * Math.exp(1 - time)) ** 2;
  });
}

/** Adds blinks, the higher the nearer an electrode is to the eyes. */
export function addBlinks(scene: ArtefactScene, random: Random, perMinute: number): void {
  const gains = relativeReach(scene, eyes, width);
  const wave = lidWave(scene.rateHz);
  for (const fromSeconds of randomMoments(random, perMinute, secondsOf(scene))) {
    const height = random.between(...heights);
    scene.samples.forEach((samples, channel) =>
      addWave(samples, { rateHz: scene.rateHz, fromSeconds, gain: height * gains[channel] }, wave),
    );
  }
}
