import type { EmotionPoint } from '../../../affect/emotionPoint';
import type { EegBand, EntropyPlan } from '../../eegSignal';
import { simulatedElectrodes } from '../simulatedElectrodes';
import type { SimulatedEeg } from '../simulateEeg';
import type { MusicEmbedding } from './simulatedEmbedding';
import { simulatedWindows } from './simulatedWindows';

/** What is put together to a training set. */
export interface SimulatedMaterial {
  eeg: SimulatedEeg;
  plan: EntropyPlan;
  /** Of the tracks of `eeg`, by their indices. */
  embedding: MusicEmbedding;
}

/** What stands in `set.json` of a training set (ml/training/eeg/README.md); ratings from 1 to 9. */
export interface SimulatedSet {
  title: string;
  simulated: true;
  channels: string[];
  bands: EegBand[];
  windowSeconds: number;
  hopSeconds: number;
  stepSeconds: number;
  /** A window. */
  steps: number;
  embedding: { name: string; width: number; hopSeconds: number };
  /** Their own ratings, by the names of tracks. */
  participants: { name: string; ratings: Record<string, EmotionPoint> }[];
  /** Of raters, on average. */
  tracks: ({ name: string; durationSeconds: number } & EmotionPoint)[];
}

/** A window of a training set; participant and track by their indices. */
export interface SimulatedWindow {
  participant: number;
  track: number;
  /** From the beginning of the track. */
  startSeconds: number;
  /** [steps, channels * bands], channel * bands + band, differential entropy in nats. */
  entropy: Float32Array;
  /** The embedding of the same stretch of the track: [width]. */
  music: Float32Array;
}

/** The description of a training set of simulated windows. */
export function describeSimulatedSet({ eeg, plan, embedding }: SimulatedMaterial): SimulatedSet {
  const { tracks, raterMeans, participants } = eeg;
  return {
    title: `${participants.length} simulated participants, effect ${eeg.plan.effectStrength}, seed ${eeg.plan.seed}`,
    simulated: true,
    channels: [...simulatedElectrodes.keys()],
    bands: plan.bands,
    windowSeconds: plan.windowSeconds,
    hopSeconds: plan.hopSeconds,
    stepSeconds: plan.stepSeconds,
    steps: Math.round(plan.windowSeconds / plan.stepSeconds),
    embedding: { name: embedding.name, width: embedding.width, hopSeconds: embedding.hopSeconds },
    participants: participants.map(({ traits, ratings }) => ({
      name: traits.name,
      ratings: Object.fromEntries(ratings.map((rating, track) => [tracks[track].name, rating])),
    })),
    tracks: tracks.map(({ name, durationSeconds }, track) => ({
      name,
      durationSeconds,
      ...raterMeans[track],
    })),
  };
}

/** The windows of a training set, drawn from the sources without making signals; those of one trial are held. */
export function* simulatedSetWindows({
  eeg,
  plan,
  embedding,
}: SimulatedMaterial): Generator<SimulatedWindow> {
  for (const participant of eeg.participants.keys())
    for (const track of eeg.tracks.keys()) {
      const { startSeconds, values } = simulatedWindows(eeg, { participant, track }, plan);
      const size = values.length / startSeconds.length;
      for (const [window, start] of startSeconds.entries())
        yield {
          ...{ participant, track, startSeconds: start },
          entropy: values.subarray(window * size, (window + 1) * size),
          music: embedding.of(track, start, plan.windowSeconds),
        };
    }
}
