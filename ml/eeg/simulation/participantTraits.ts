import type { EmotionPoint } from '../../affect/emotionPoint';
import { standardNormal } from '../../normal';
import { createRandom, type Random } from '../../random';
import { eegGenerators } from './eegGenerators';
import type { EegSimulationPlan } from './eegSimulationPlan';

/** What makes a simulated participant different from others; nothing here depends on the music. */
export interface ParticipantTraits {
  /** sub-01 and so on. */
  name: string;
  /** By which valence and arousal of the music reach this EEG more (above 1) or less than usual. */
  gain: EmotionPoint;
  lagSeconds: number;
  /** The share of the effect that is lost from the first track to the last. */
  habituation: number;
  /** The tracks, by index, in the order in which this participant hears them. */
  order: number[];
  alphaHz: number;
  /** Of the background: power falls by this power of frequency. */
  backgroundExponent: number;
  /** What is added to the logarithm of each generator's amplitude, and of the background's. */
  levels: { generators: number[]; background: number };
  /** Added to every rating. */
  ratingBias: EmotionPoint;
  blinksPerMinute: number;
}

/** Standard deviations between people at strength 1. */
const between = { alphaHz: 1, backgroundExponent: 0.3, level: 0.4, gain: 0.25, blinks: 0.3 };

/** The traits of every participant, each from random numbers of its own. */
export function participantTraits(plan: EegSimulationPlan, tracks: number): ParticipantTraits[] {
  const width = Math.max(2, String(plan.participants).length);
  return Array.from({ length: plan.participants }, (_, person) => {
    const name = `sub-${String(person + 1).padStart(width, '0')}`;
    const randomOf = (what: string) => createRandom(plan.seed, `${what} of ${name}`);
    return {
      name,
      ...responseOf(plan, randomOf('response')),
      ...spectrumOf(plan.spectraStrength, randomOf('spectrum')),
      order: shuffled(tracks, randomOf('order')),
      ratingBias: pointOf(randomOf('rating bias'), (value) => plan.ratingBias * value),
      blinksPerMinute: factor(randomOf('blinks'), between.blinks) * plan.artefacts.blinksPerMinute,
    };
  });
}

function responseOf({ lagSeconds, habituation }: EegSimulationPlan, random: Random) {
  return {
    gain: pointOf(random, (value) => Math.exp(between.gain * value)),
    lagSeconds: random.between(...lagSeconds),
    habituation: random.between(...habituation),
  };
}

function spectrumOf(strength: number, random: Random) {
  const normal = () => strength * standardNormal(random);
  return {
    alphaHz: Math.min(12, Math.max(8.5, 10 + between.alphaHz * normal())),
    backgroundExponent: Math.min(2, Math.max(0.6, 1.2 + between.backgroundExponent * normal())),
    levels: {
      generators: eegGenerators.map(() => between.level * normal()),
      background: (between.level / 2) * normal(),
    },
  };
}

function pointOf(random: Random, from: (normal: number) => number): EmotionPoint {
  const next = () => from(standardNormal(random));
  return { valence: next(), arousal: next() };
}

const factor = (random: Random, deviation: number): number => Math.exp(deviation * random.bell());

/** The numbers from 0 to below a count in any order, each as likely as another (Fisher and Yates). */
function shuffled(count: number, random: Random): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random.between(0, last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}
