import type { DoubleMatrix } from '../linear/doubleMatrix';
import { createRandom } from '../random';
import { pieceDrives, type PieceDrives } from './pieceDrives';
import { simulatedRatings, type simulatedScales } from './simulatedRatings';
import { simulatedRecording } from './simulatedRecording';
import { checkSimulation, type SimulationPlan } from './simulationPlan';
import { checkSound, type SimulatedSound } from './simulatedSound';

/** A scale of simulated ratings. */
export type SimulatedScale = (typeof simulatedScales)[number];

/** What came of one participant for one piece. */
export interface SimulatedRun {
  /** [samples, regions], in a scanner's units; the regions are `simulatedRegions`. */
  recording: DoubleMatrix;
  /** Ratings from 0 to 1 at the recording's samples: [samples]. */
  ratings: Record<SimulatedScale, Float64Array>;
}

/** The raw material of a simulated study. */
export interface SimulatedStudy {
  plan: SimulationPlan;
  participants: string[];
  /** Seconds by which each participant's ratings lag behind what they hear. */
  lagSeconds: number[];
  /** [piece][participant] */
  runs: SimulatedRun[][];
}

function participantsOf({ participants, seed, ratingLagSeconds }: SimulationPlan) {
  const random = createRandom(seed, 'lags of ratings');
  const width = Math.max(2, String(participants).length);
  return Array.from({ length: participants }, (_, person) => ({
    name: `sub-${String(person + 1).padStart(width, '0')}`,
    lagSeconds: random.between(...ratingLagSeconds),
  }));
}

function simulatedRun(
  drives: PieceDrives,
  plan: SimulationPlan,
  { run, lagSeconds }: { run: string; lagSeconds: number },
): SimulatedRun {
  const ratings = simulatedRatings(drives, plan, {
    lagSeconds,
    random: createRandom(plan.seed, `ratings ${run}`),
  });
  const random = createRandom(plan.seed, `recording ${run}`);
  const { emotionality, enjoyment } = ratings;
  return {
    recording: simulatedRecording(drives, plan, { ratings, random }),
    ratings: { emotionality, enjoyment },
  };
}

/**
 * Simulates a study over pieces whose features are known: recordings by region and ratings of emotionality and
 * enjoyment, with the truths of `SimulationPlan` planted in the regions of `simulatedRegions`. Equal inputs give equal
 * studies.
 *
 * @throws RangeError where plan or features are not in order.
 */
export function simulateStudy(sounds: readonly SimulatedSound[], plan: SimulationPlan): SimulatedStudy {
  checkSimulation(plan);
  sounds.forEach(checkSound);
  const people = participantsOf(plan);
  const drives = pieceDrives(sounds, plan);
  const runs = sounds.map((sound, piece) => {
    return people.map(({ name, lagSeconds }) =>
      simulatedRun(drives[piece], plan, { run: `${sound.name} ${name}`, lagSeconds }),
    );
  });
  return {
    plan,
    participants: people.map(({ name }) => name),
    lagSeconds: people.map(({ lagSeconds }) => lagSeconds),
    runs,
  };
}
