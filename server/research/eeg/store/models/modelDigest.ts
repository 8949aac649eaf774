import { heldOutScores, type HeldOutScore } from '../../model/heldOutScores';
import type { WholeModelRecord } from './wholeModelRecord';

/** What a list shows of a trained model. */
export interface ModelDigest {
  preset: string;
  embedding: string;
  channels: number;
  participants: number;
  tracks: number;
  windows: number;
  /** What it is worth on people and tracks that were held out. */
  scores: HeldOutScore[];
  /** True where no score is above chance, which is to stand beside whatever it ranks. */
  noBetterThanChance: boolean;
}

/** The most telling of a model's record. */
export function modelDigest(record: WholeModelRecord): ModelDigest {
  const scores = heldOutScores(record);
  const { set, preset } = record;
  return {
    ...{ preset, embedding: set.embedding.name, channels: set.channels.length },
    participants: set.participants.length,
    tracks: set.tracks.length,
    windows: set.windows,
    scores,
    noBetterThanChance: !scores.some(({ aboveChance }) => aboveChance),
  };
}
