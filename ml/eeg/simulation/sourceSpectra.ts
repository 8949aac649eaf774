import type { Rhythm } from './eegGenerators';
import { background, oscillation, type Spectrum } from './eegSpectra';
import type { ParticipantTraits } from './participantTraits';

/** Standard deviation of the background at an electrode, in nobody's head in particular. */
const usualBackground = 10;

/** Standard deviation of an amplifier's own noise. */
export const amplifierMicrovolts = 0.5;

/** Of a participant's background, in microvolts. */
export const backgroundMicrovolts = ({ levels }: ParticipantTraits): number =>
  usualBackground * Math.exp(levels.background);

export const backgroundSpectrum = ({ backgroundExponent }: ParticipantTraits): Spectrum =>
  background(backgroundExponent);

/** The spectrum of a rhythm in a participant. */
export const rhythmSpectrum = (rhythm: Rhythm, { alphaHz }: ParticipantTraits): Spectrum =>
  rhythm === 'alpha' ? oscillation(alphaHz, 1) : rhythms[rhythm];

/** In everybody alike, well within the bands of their names. */
const rhythms = {
  theta: oscillation(6, 0.8),
  beta: oscillation(20, 4),
  gamma: oscillation(37, 4),
} as const;
