import type { DoubleMatrix } from '../../linear/doubleMatrix';
import { createRandom, type Random } from '../../random';
import type { EegSignal } from '../eegSignal';
import { addArtefacts } from './artefacts/addArtefacts';
import { eegGenerators } from './eegGenerators';
import { type NoiseShape, shapedNoises } from './shapedNoise';
import type { SimulatedEeg } from './simulateEeg';
import { simulatedElectrodes } from './simulatedElectrodes';
import { levelHopSeconds, type Listening, sourceLevels, stretchSeconds } from './sourceLevels';
import {
  amplifierMicrovolts,
  backgroundMicrovolts,
  backgroundSpectrum,
  rhythmSpectrum,
} from './sourceSpectra';

/** One stretch being made. */
interface Making {
  eeg: SimulatedEeg;
  listening: Listening;
  shape: Omit<NoiseShape, 'spectrum'>;
  randomOf: (what: string) => Random;
}

/**
 * What the electrodes of a participant record from the silence before a track to a second after it, in microvolts:
 * Gaussian sources, each of its spectrum and its amplitude over time, mixed, and then what disturbs them. Only this
 * stretch is held.
 *
 * @returns the channels of `simulatedElectrodes`, `stretchSeconds` long
 */
export function simulatedStretch(eeg: SimulatedEeg, listening: Listening): EegSignal {
  const { plan, tracks, participants } = eeg;
  const [{ traits, mixing }, track] = [participants[listening.participant], tracks[listening.track]];
  const randomOf = (what: string) => createRandom(plan.seed, `${what} of ${traits.name} in ${track.name}`);
  const shape = { samples: Math.round(stretchSeconds(eeg, track) * plan.rateHz), rateHz: plan.rateHz };
  const making: Making = { eeg, listening, shape, randomOf };

  const samples = Array.from(simulatedElectrodes, () => new Float64Array(shape.samples));
  addMixed(samples, mixing.background, backgroundSources(making));
  addMixed(samples, mixing.generators, generatorSources(making));
  addAmplifierNoise(samples, randomOf('amplifier'));
  const scene = { rateHz: plan.rateHz, electrodes: [...simulatedElectrodes.values()], samples };
  const artefacts = { ...plan.artefacts, blinksPerMinute: traits.blinksPerMinute };
  addArtefacts(scene, artefacts, randomOf);
  return {
    rateHz: plan.rateHz,
    channels: [...simulatedElectrodes.keys()],
    samples: samples.map((own) => Float32Array.from(own)),
  };
}

/** In microvolts: [source][sample]. */
function backgroundSources({ eeg, listening, shape, randomOf }: Making): Float64Array[] {
  const { traits, mixing } = eeg.participants[listening.participant];
  const spectrum = backgroundSpectrum(traits);
  const microvolts = backgroundMicrovolts(traits);
  return shapedNoises(randomOf('background'), { ...shape, spectrum }, mixing.background.columns).map(
    (source) => source.map((value) => microvolts * value),
  );
}

/** In microvolts, the amplitudes of all generators following their levels: [generator][sample]. */
function generatorSources({ eeg, listening, shape, randomOf }: Making): Float64Array[] {
  const { traits } = eeg.participants[listening.participant];
  const levels = sourceLevels(eeg, listening);
  return eegGenerators.map(({ name, rhythm, microvolts }, index) => {
    const spectrum = rhythmSpectrum(rhythm, traits);
    const [noise] = shapedNoises(randomOf(name), { ...shape, spectrum }, 1);
    return modulated(noise, levels[index], { microvolts, hopSamples: levelHopSeconds * shape.rateHz });
  });
}

/** Noise at an amplitude whose logarithms relative to `microvolts` are given, straight lines between them. */
function modulated(
  noise: Float64Array,
  logarithms: Float64Array,
  { microvolts, hopSamples }: { microvolts: number; hopSamples: number },
): Float64Array {
  return noise.map((value, sample) => {
    const place = sample / hopSamples;
    const left = Math.floor(place);
    const level = logarithms[left] + (place - left) * (logarithms[left + 1] - logarithms[left]);
    return microvolts * Math.exp(level) * value;
  });
}

/** Adds sources [source][sample] to electrodes [channel][sample] by a matrix [channels, sources]. */
function addMixed(samples: Float64Array[], mixing: DoubleMatrix, sources: readonly Float64Array[]): void {
  samples.forEach((own, channel) =>
    sources.forEach((source, index) => {
      const weight = mixing.values[channel * mixing.columns + index];
      for (let sample = 0; sample < own.length; sample++) own[sample] += weight * source[sample];
    }),
  );
}

function addAmplifierNoise(samples: readonly Float64Array[], random: Random): void {
  for (const own of samples)
    for (let sample = 0; sample < own.length; sample++) own[sample] += amplifierMicrovolts * random.bell();
}
