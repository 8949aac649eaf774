/** What disturbs a simulated recording; a rate or a level of 0 leaves it out. */
export interface ArtefactPlan {
  /** Blinks a minute, each of the whole of a participant's habit: more in some people, fewer in others. */
  blinksPerMinute: number;
  /** Bursts of muscle activity a minute, over the temples. */
  muscleBurstsPerMinute: number;
  /** Electrodes that jump and come back, a minute. */
  electrodePopsPerMinute: number;
  /** The mains: where, and its standard deviation in microvolts. */
  lineHz: number;
  lineMicrovolts: number;
  /** Below a third of a hertz, each electrode for itself: its standard deviation in microvolts. */
  driftMicrovolts: number;
}

/**
 * What simulated EEG contains. Strengths are relative: 0 leaves a thing out, 1 is strong. What is planted is known, so
 * that an analysis which finds more, or finds it where it is not, is found out.
 */
export interface EegSimulationPlan {
  /** How many people listen. */
  participants: number;
  /** Equal seeds, plans and tracks give equal recordings. */
  seed: number;
  /** Samples a second, a power of two not needed; more than twice the highest frequency of any band (45 Hz). */
  rateHz: number;
  /**
   * How far the emotion of the music reaches the EEG: at 1, from the lowest to the highest valence the amplitude of
   * alpha quadruples on the right of the forehead and falls to a quarter on the left, and from the lowest to the highest
   * arousal beta and gamma rise by a factor of 2.25 and alpha at the back falls by it; at 0 nothing of the music is in
   * the EEG.
   */
  effectStrength: number;
  /** How far participants' heads differ: where sources lie and how strongly they come through. */
  mixingStrength: number;
  /** How far participants' spectra differ: alpha's frequency, the slope of the background, the level of each source. */
  spectraStrength: number;
  /**
   * A pattern of source levels for each track that is the same in everybody and has nothing to do with emotion: what
   * an evaluation must not profit from where the track was not among those trained on.
   */
  fingerprintStrength: number;
  /**
   * Standard deviation of the logarithm of a source's amplitude from moment to moment and from track to track that is
   * the participant's own affair: wakefulness, thoughts.
   */
  stateDeviation: number;
  /** The least and greatest delay of a participant's response behind the music. */
  lagSeconds: readonly [number, number];
  /** The least and greatest share of the effect that a participant has lost by the end of the session. */
  habituation: readonly [number, number];
  /** Silence before each track in a session. */
  restSeconds: number;
  /** Standard deviations of participants' own ratings (1 to 9) about the raters' mean: of each person, of each rating. */
  ratingBias: number;
  ratingNoise: number;
  artefacts: ArtefactPlan;
}

export const noArtefacts: ArtefactPlan = {
  blinksPerMinute: 0,
  muscleBurstsPerMinute: 0,
  electrodePopsPerMinute: 0,
  lineHz: 50,
  lineMicrovolts: 0,
  driftMicrovolts: 0,
};

/** Blinks as often as in people who sit and listen (Bentivoglio et al. 1997: 17 a minute at rest). */
const usualArtefacts: ArtefactPlan = {
  blinksPerMinute: 15,
  muscleBurstsPerMinute: 2,
  electrodePopsPerMinute: 0.1,
  lineHz: 50,
  lineMicrovolts: 1,
  driftMicrovolts: 8,
};

/**
 * A linear decoder within participants tells high from low by windows of tracks left out about as often as published for
 * DEAP (62.9 % valence, 63.3 % arousal: Avramidis et al. 2022): `npm run bench -- eegFeatures`.
 */
const paperLikeStrength = 0.5;

export const defaultEegSimulation: EegSimulationPlan = {
  participants: 8,
  seed: 1,
  rateHz: 128,
  effectStrength: paperLikeStrength,
  mixingStrength: 0.5,
  spectraStrength: 0.5,
  fingerprintStrength: 0,
  stateDeviation: 0.25,
  lagSeconds: [0.5, 3],
  habituation: [0.1, 0.5],
  restSeconds: 5,
  ratingBias: 0.5,
  ratingNoise: 1,
  artefacts: usualArtefacts,
};

/** Frequencies up to here must be within what the rate can tell. */
const highestHz = 45;

/** What must be 0 or more. */
const levels = [
  'effectStrength',
  'mixingStrength',
  'spectraStrength',
  'fingerprintStrength',
  'stateDeviation',
  'ratingBias',
  'ratingNoise',
] as const;

/** @throws RangeError where a plan cannot be carried out. */
export function checkEegSimulation(plan: EegSimulationPlan): void {
  const whole = (name: 'participants' | 'seed', least: number) => {
    if (!Number.isInteger(plan[name]) || plan[name] < least)
      throw new RangeError(`invalid ${name}: ${plan[name]} (a whole number from ${least})`);
  };
  whole('participants', 1);
  whole('seed', 0);
  if (!Number.isInteger(plan.rateHz) || plan.rateHz <= 2 * highestHz)
    throw new RangeError(`invalid rateHz: ${plan.rateHz} (a whole number above ${2 * highestHz})`);
  if (!Number.isInteger(plan.restSeconds) || plan.restSeconds < 2)
    throw new RangeError(`invalid restSeconds: ${plan.restSeconds} (a whole number from 2)`);
  if (!(plan.artefacts.lineHz <= plan.rateHz / 2))
    throw new RangeError(
      `invalid lineHz: ${plan.artefacts.lineHz} (half of rateHz, ${plan.rateHz}, at most)`,
    );
  levels.forEach((name) => checkLevel(name, plan[name]));
  checkRange('lagSeconds', plan.lagSeconds, 10);
  checkRange('habituation', plan.habituation, 1);
  Object.entries(plan.artefacts).forEach(([name, value]) => checkLevel(name, value as number));
}

function checkLevel(name: string, level: number): void {
  if (!(level >= 0 && level < Infinity)) throw new RangeError(`invalid ${name}: ${level} (0 or more)`);
}

function checkRange(name: string, [least, greatest]: readonly [number, number], most: number): void {
  if (!(0 <= least && least <= greatest && greatest <= most))
    throw new RangeError(`invalid ${name}: ${least} to ${greatest} (from 0 to ${most}, the lesser first)`);
}
