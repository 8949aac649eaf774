import type { TrackSummary } from '../../../../catalogue/tracks/trackSummary';
import type { HeldOutScore } from '../../model/heldOutScores';
import type { NearTrack } from '../../query/commonTracks';
import type { HeardWindows } from '../../query/hearWindows';

/** What a ranking is worth for music that its model does not know, and for listeners whom it does not know. */
export interface RankingWorth {
  /** True where the model was trained on participants who are made up. */
  simulated: boolean;
  /** Whose own networks were asked, by name: the scores are theirs; null for those of any listener. */
  personal: string | null;
  scores: HeldOutScore[];
  /** True where no score is above chance, which is to stand beside the ranking. */
  noBetterThanChance: boolean;
}

/** Music of the emotion that a stretch of a recording tells of. */
export interface StoredQueryAnswer extends RankingWorth {
  /** Mean probability of high, 0..1. */
  probability: HeardWindows['probability'];
  /** Over the steps of each window that was heard: what the model attended to, adding up to 1 a window. */
  attention: { startSeconds: number; steps: number[] }[];
  /** Seconds from step to step. */
  stepSeconds: number;
  /** Of the stretch. */
  windows: { heard: number; rejected: number };
  /** How many tracks were compared. */
  searched: number;
  matches: (TrackSummary & NearTrack)[];
  warnings: string[];
}

/** A stretch of a recording, and how near it is to a track in the common space. */
export interface NearRecording {
  recordingId: number;
  participant: string;
  fileName: string;
  /** The trial that it is; null for a whole recording without trials. */
  trial: string | null;
  fromSeconds: number;
  toSeconds: number;
  /** Cosine, -1 to 1. */
  similarity: number;
}

export interface NearestRecordings extends RankingWorth {
  recordings: NearRecording[];
  /** Recordings that could not be compared, and why. */
  left: { recordingId: number; reason: string }[];
}
