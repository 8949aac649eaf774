import { setImmediate as nextTurn } from 'node:timers/promises';
import { entropyPlans } from '@/ml/eeg/entropy/entropyPlans';
import { simulatedEmbedding } from '@/ml/eeg/simulation/features/simulatedEmbedding';
import {
  describeSimulatedSet,
  type SimulatedMaterial,
  simulatedSetWindows,
} from '@/ml/eeg/simulation/features/simulatedTrainingSet';
import { simulateEeg } from '@/ml/eeg/simulation/simulateEeg';
import { EegSetWriter } from '../set/eegSetWriter';
import { wholeFolder } from '../wholeFolder';
import { simulationOf, type SimulationWish } from './simulationWish';

/** How the writing of a set is followed and stopped. */
interface Following {
  /** Told the share of the work done, 0..1, and whose windows are being written. */
  onProgress?: (share: number, participant: string) => void;
  signal?: AbortSignal;
}

/** What a simulated training set holds. */
export interface SimulatedEegSet {
  title: string;
  simulated: true;
  participants: string[];
  tracks: string[];
  windows: number;
}

/**
 * Writes a training set of people who listen to the demo music at once, for studies of many seeds: differential entropy is
 * drawn without making signals, as of clean recordings, and the embedding of the music is simulated too. Whole, or
 * nothing; equal wishes give equal files.
 *
 * @throws AppError 'invalid' for a wish that cannot be simulated, 'conflict' where the folder is not empty; an AbortError
 *   on `signal`
 */
export async function simulateEegSet(
  out: string,
  wish: SimulationWish,
  following: Following = {},
): Promise<SimulatedEegSet> {
  const { plan, tracks } = simulationOf(wish);
  const material = {
    eeg: simulateEeg(tracks, plan),
    plan: entropyPlans.default,
    embedding: simulatedEmbedding(tracks, plan.seed),
  };
  return wholeFolder(out, (folder) => writeSimulatedSet(folder, material, following));
}

async function writeSimulatedSet(
  folder: string,
  material: SimulatedMaterial,
  { onProgress, signal }: Following,
): Promise<SimulatedEegSet> {
  const set = describeSimulatedSet(material);
  const { steps, channels, bands, embedding, participants, tracks, title } = set;
  const features = channels.length * bands.length;
  const writer = await EegSetWriter.create(folder, { steps, features, width: embedding.width });
  try {
    for (const window of simulatedSetWindows(material)) {
      if (window.startSeconds === 0) {
        await nextTurn();
        signal?.throwIfAborted();
        const { participant, track } = window;
        onProgress?.(
          (participant + track / tracks.length) / participants.length,
          participants[participant].name,
        );
      }
      await writer.add(window);
    }
    await writer.finish(set);
    const names = (each: readonly { name: string }[]) => each.map(({ name }) => name);
    return {
      title,
      simulated: true,
      participants: names(participants),
      tracks: names(tracks),
      windows: writer.count,
    };
  } finally {
    await writer.close();
  }
}
