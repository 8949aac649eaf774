import type { Random } from '../random';
import { autoregressive, smoothed } from './noise';
import type { PieceDrives } from './pieceDrives';
import type { SimulationPlan } from './simulationPlan';
import { addShare, standardised } from './standardised';

/** The scales that simulated participants rate on. */
export const simulatedScales = ['emotionality', 'enjoyment'] as const;

/** What one participant feels during one piece, and what is written down of it. */
export interface SimulatedRatings {
  /** The rating, 0 to 1, at the recording's samples; its change follows `emotionalityChange`. */
  emotionality: Float64Array;
  enjoyment: Float64Array;
  /** At standard deviation 1: what moves the rating of emotionality, as it is rated. */
  emotionalityChange: Float64Array;
  /** At standard deviation 1: what moves enjoyment `likingLeadSeconds` later. */
  liking: Float64Array;
}

/** How fast a rating comes back to the middle when nothing moves it. */
const returnSeconds = 40;
/** A hand on a slider is this smooth. */
const handSeconds = 1;

/** A series so many samples later, beginning with zeros. */
function later(values: Float64Array, samples: number): Float64Array {
  return values.map((_, sample) => (sample < samples ? 0 : values[sample - samples]));
}

/** Adds up change into a position between 0 and 1 that comes back to the middle. */
function position(change: Float64Array, hopSeconds: number): Float64Array {
  const kept = Math.exp(-hopSeconds / returnSeconds);
  let place = 0;
  const walked = change.map((step) => (place = kept * place + step));
  return standardised(walked).map((value) => 0.5 + 0.5 * Math.tanh(value / 2));
}

/** The ratings of one participant; `random` is this participant's own for this piece. */
export function simulatedRatings(
  drives: PieceDrives,
  plan: SimulationPlan,
  { lagSeconds, random }: { lagSeconds: number; random: Random },
): SimulatedRatings {
  const samples = drives.change.length;
  const inSamples = (seconds: number) => Math.round(seconds / plan.hopSeconds);
  const handSamples = handSeconds / plan.hopSeconds;
  const ownNoise = () => autoregressive(random, samples, plan.noiseCorrelation);
  const emotionalityChange = new Float64Array(samples);
  addShare(emotionalityChange, later(drives.change, inSamples(lagSeconds)), plan.ratingShare);
  addShare(emotionalityChange, ownNoise(), 1 - plan.ratingShare);
  const liking = ownNoise();
  const enjoyed = new Float64Array(samples);
  addShare(enjoyed, later(liking, inSamples(plan.likingLeadSeconds)), 0.8);
  addShare(enjoyed, ownNoise(), 0.2);
  const rated = (change: Float64Array) => position(smoothed(change, handSamples), plan.hopSeconds);
  return {
    emotionality: rated(emotionalityChange),
    enjoyment: rated(enjoyed),
    emotionalityChange: standardised(smoothed(emotionalityChange, handSamples)),
    liking,
  };
}
