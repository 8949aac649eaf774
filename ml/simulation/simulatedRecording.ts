import { doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import type { Random } from '../random';
import { convolved, haemodynamicResponse } from '../signal/haemodynamicResponse';
import { autoregressive, drift } from './noise';
import type { PieceDrives } from './pieceDrives';
import type { SimulatedRatings } from './simulatedRatings';
import { simulatedRegions, type SimulatedRegion } from './simulatedRegions';
import type { SimulationPlan } from './simulationPlan';
import { addShare, standardised } from './standardised';

/** A scanner's units: what a quiet voxel reads, and one standard deviation of its signal. */
const baseline = 1000;
const unit = 10;

interface Effect {
  signal: Float64Array;
  share: number;
}

/** What a region carries besides what all carry. */
function effectsOf(
  { role }: SimulatedRegion,
  drives: PieceDrives,
  own: { plan: SimulationPlan; emotionality: Float64Array; liking: Float64Array },
): Effect[] {
  const { plan, emotionality, liking } = own;
  switch (role) {
    case 'auditory':
      return [{ signal: drives.envelope, share: plan.envelopeShare }];
    case 'emotion':
      return [
        { signal: drives.embedding, share: plan.embeddingShare },
        { signal: emotionality, share: plan.emotionalityShare },
      ];
    case 'liking':
      return [{ signal: liking, share: plan.likingShare }];
    case 'none':
      return [];
  }
}

/** One region's series: effects, what is shared, noise for the rest, and drift on top of a scanner's baseline. */
function regionSeries(effects: Effect[], plan: SimulationPlan, random: Random): Float64Array {
  const samples = effects[0].signal.length;
  const series = new Float64Array(samples);
  for (const { signal, share } of effects) addShare(series, signal, share);
  const left = 1 - effects.reduce((sum, { share }) => sum + share, 0);
  const correlation = plan.noiseCorrelation ** plan.hopSeconds;
  addShare(series, autoregressive(random, samples, correlation), left);
  const slow = drift(random, samples);
  return series.map((value, sample) => baseline + unit * (value + plan.driftLevel * slow[sample]));
}

/** One participant's recording of one piece: [samples, regions], in scanner's units. */
export function simulatedRecording(
  drives: PieceDrives,
  plan: SimulationPlan,
  { ratings, random }: { ratings: SimulatedRatings; random: Random },
): DoubleMatrix {
  const response = haemodynamicResponse(plan.hopSeconds);
  const heard = (drive: Float64Array) => standardised(convolved(drive, response));
  const own = { plan, emotionality: heard(ratings.emotionalityChange), liking: heard(ratings.liking) };
  const recording = doubleZeros(drives.change.length, simulatedRegions.length);
  simulatedRegions.forEach((region, column) => {
    const shared = { signal: drives.shared[column], share: plan.sharedShare };
    const series = regionSeries([shared, ...effectsOf(region, drives, own)], plan, random);
    series.forEach((value, sample) => {
      recording.values[sample * recording.columns + column] = value;
    });
  });
  return recording;
}
