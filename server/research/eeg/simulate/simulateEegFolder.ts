import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EegSimulationPlan } from '@/ml/eeg/simulation/eegSimulationPlan';
import { simulateEeg, type SimulatedEeg } from '@/ml/eeg/simulation/simulateEeg';
import { programVersions } from '../../analyses/programVersions';
import { wholeFolder } from '../wholeFolder';
import { writeSimulatedRecording, type SimulatedRecording } from './simulatedRecording';
import { simulationOf, type SimulationWish } from './simulationWish';
import { trackTable, trialTable } from './simulatedTables';

/** How a simulation is followed and stopped. */
interface Following {
  /** Told the share of the work done, 0..1, and whose session is being written. */
  onProgress?: (share: number, participant: string) => void;
  signal?: AbortSignal;
}

/** What a folder of simulated recordings holds. */
export interface SimulatedFolder {
  title: string;
  simulated: true;
  effectStrength: number;
  seed: number;
  participants: string[];
  tracks: string[];
  recordings: SimulatedRecording[];
}

/**
 * Writes a folder of people who listen to the demo music, all of it simulated and said to be: an EDF+ file of each,
 * `trials.tsv` (which stretch is which track, with own ratings), `tracks.tsv` (raters' means, and where the sound is) and
 * `simulation.json` (all that was planted). Whole, or nothing; equal wishes give equal files.
 *
 * @throws AppError 'invalid' for a wish that cannot be simulated, 'conflict' where the folder is not empty; an
 *   AbortError on `signal`
 */
export async function simulateEegFolder(
  out: string,
  wish: SimulationWish,
  { onProgress, signal }: Following = {},
): Promise<SimulatedFolder> {
  const { plan, tracks } = simulationOf(wish);
  const eeg = simulateEeg(tracks, plan);
  return wholeFolder(out, async (folder) => {
    const recordings: SimulatedRecording[] = [];
    const pieces = eeg.participants.length * tracks.length;
    let done = 0;
    for (const [participant, { traits }] of eeg.participants.entries()) {
      const onPiece = async () => {
        await nextTurn();
        signal?.throwIfAborted();
        onProgress?.(++done / pieces, traits.name);
      };
      recordings.push(await writeSimulatedRecording(folder, { eeg, participant }, onPiece));
    }
    await writeFile(join(folder, 'trials.tsv'), trialTable(eeg, recordings));
    await writeFile(join(folder, 'tracks.tsv'), trackTable(eeg));
    await writeFile(join(folder, 'simulation.json'), document(eeg));
    return describe(eeg, recordings);
  });
}

/** What a folder of recordings by a plan is called. */
export function simulatedTitle({ participants, effectStrength, seed }: EegSimulationPlan): string {
  return `Simulated EEG of ${participants} people, effect ${effectStrength}, seed ${seed}`;
}

function document(eeg: SimulatedEeg): string {
  const told = {
    title: simulatedTitle(eeg.plan),
    simulated: true,
    plan: eeg.plan,
    versions: programVersions(),
  };
  return `${JSON.stringify(told, null, 2)}\n`;
}

function describe(eeg: SimulatedEeg, recordings: SimulatedRecording[]): SimulatedFolder {
  const { effectStrength, seed } = eeg.plan;
  return {
    ...{ title: simulatedTitle(eeg.plan), simulated: true, effectStrength, seed },
    participants: recordings.map(({ participant }) => participant),
    tracks: eeg.tracks.map(({ name }) => name),
    recordings,
  };
}
