import type { Random } from '../../../random';
import type { Spectrum } from '../eegSpectra';
import { shapedNoises } from '../shapedNoise';
import type { ArtefactScene } from './artefactScene';

const highestHz = 1 / 3;
const cornerHz = 0.05;

/** Sweat and loosening gel: the slower the stronger. */
const spectrum: Spectrum = (hz) => (hz > highestHz ? 0 : 1 / (hz * hz + cornerHz * cornerHz));

/** Adds slow drift of so many microvolts standard deviation, of each electrode for itself. */
export function addSlowDrift({ rateHz, samples }: ArtefactScene, random: Random, microvolts: number): void {
  const drifts = shapedNoises(random, { spectrum, rateHz, samples: samples[0].length }, samples.length);
  samples.forEach((own, channel) => {
    for (let sample = 0; sample < own.length; sample++) own[sample] += microvolts * drifts[channel][sample];
  });
}
