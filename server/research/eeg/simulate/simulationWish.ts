import { z } from 'zod';
import { demoTracks } from '@/ml/eeg/simulation/demoTracks';
import { defaultEegSimulation, type EegSimulationPlan } from '@/ml/eeg/simulation/eegSimulationPlan';
import type { SimulatedTrack } from '@/ml/eeg/simulation/simulatedTrack';
import { parseInput } from '../../../base/parseInput';

const mostParticipants = 200;
const demo = demoTracks();

/** What of a simulation is asked for; the rest is as `defaultEegSimulation` has it. */
const simulationWish = z.object({
  participants: z.number().int().min(1).max(mostParticipants).default(defaultEegSimulation.participants),
  /** How far the music's emotion reaches the EEG: 0 not at all, 1 strongly. */
  effect: z.number().min(0).max(3).default(defaultEegSimulation.effectStrength),
  /** A pattern of each track in everybody's EEG that has nothing to do with emotion. */
  fingerprint: z.number().min(0).max(3).default(defaultEegSimulation.fingerprintStrength),
  seed: z
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .default(defaultEegSimulation.seed),
  /** How many pieces of the demo music are heard. */
  tracks: z.number().int().min(1).max(demo.length).default(demo.length),
});

export type SimulationWish = z.input<typeof simulationWish>;

/**
 * The plan of a wish and the pieces of the demo music that are heard: fewer than all lie spread over the emotions.
 *
 * @throws AppError 'invalid' naming what cannot be simulated
 */
export function simulationOf(wish: SimulationWish): { plan: EegSimulationPlan; tracks: SimulatedTrack[] } {
  const { participants, effect, fingerprint, seed, tracks } = parseInput(simulationWish, wish);
  const heard = Array.from({ length: tracks }, (_, at) => demo[Math.floor((at * demo.length) / tracks)]);
  const strengths = { effectStrength: effect, fingerprintStrength: fingerprint };
  return { plan: { ...defaultEegSimulation, ...strengths, participants, seed }, tracks: heard };
}
