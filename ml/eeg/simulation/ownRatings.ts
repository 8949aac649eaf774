import { dimensions } from '../../affect/dimension';
import type { EmotionPoint } from '../../affect/emotionPoint';
import { standardNormal } from '../../normal';
import { createRandom, type Random } from '../../random';
import { mean } from '../../statistics/mean';
import type { EegSimulationPlan } from './eegSimulationPlan';
import type { ParticipantTraits } from './participantTraits';
import type { SimulatedTrack } from './simulatedTrack';

/** Self-assessment manikins have nine steps; people may click between them. */
const scale = { least: 1, middle: 5, greatest: 9, halfWidth: 4 };

/** Standard error of the mean of some forty raters who differ by two steps. */
const raterError = 0.3;

const onScale = (value: number): number =>
  Math.round(100 * Math.min(scale.greatest, Math.max(scale.least, value))) / 100;

/** A value of both dimensions, each with its own random number. */
function ratedBy(
  random: Random,
  rate: (name: 'valence' | 'arousal', normal: number) => number,
): EmotionPoint {
  const [valence, arousal] = dimensions.map((name) => onScale(rate(name, standardNormal(random))));
  return { valence, arousal };
}

/** What many raters said of a track on average, from 1 to 9: what its curve expresses on average, nearly. */
export function raterMean(track: SimulatedTrack, { seed }: EegSimulationPlan): EmotionPoint {
  return ratedBy(
    createRandom(seed, `raters of ${track.name}`),
    (name, normal) => scale.middle + scale.halfWidth * mean(track.curve[name]) + raterError * normal,
  );
}

/** What a participant said of a track, from 1 to 9: as the raters, but for an own bias and a whim. */
export function ownRating(
  raters: EmotionPoint,
  { name: person, ratingBias }: ParticipantTraits,
  { seed, ratingNoise, track }: { seed: number; ratingNoise: number; track: string },
): EmotionPoint {
  return ratedBy(
    createRandom(seed, `rating of ${track} by ${person}`),
    (name, normal) => raters[name] + ratingBias[name] + ratingNoise * normal,
  );
}
