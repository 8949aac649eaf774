import type { EegRecordingState, JobState } from '@/db/schema';
import type { ModelDigest } from '../models/modelDigest';
import type { ModelSettings } from '../models/modelWish';

/** A study as a list shows it. */
export interface EegStudySummary {
  id: number;
  title: string;
  /** True where the participants are made up, which must be said wherever the title is. */
  simulated: boolean;
  createdAt: string;
  participants: number;
  recordings: number;
  /** Recordings that have been cleaned and measured. */
  measured: number;
  trials: number;
  tracks: number;
  /** Models that are trained. */
  models: number;
}

/** How a job of a recording or a model stands. */
export interface EegJobState {
  jobId: number;
  state: JobState;
  /** 0..1. */
  progress: number;
  secondsLeft: number | null;
}

/** A recording as a list shows it. */
export interface EegRecordingSummary {
  id: number;
  participant: string;
  fileName: string;
  sizeBytes: number;
  state: EegRecordingState;
  /** Why it was refused, in plain words. */
  failure: string | null;
  format: string | null;
  durationSeconds: number | null;
  channels: number;
  events: number;
  trials: number;
  /** Windows of entropy, and those of them in which artefacts were; null until it is measured. */
  windows: { all: number; rejected: number; left: number } | null;
  /** The reading that waits or is under way; null for none. */
  job: EegJobState | null;
}

/** A piece of music of a study, with what raters said of it (1 to 9). */
export interface EegStudyTrack {
  id: number;
  name: string;
  /** In the catalogue, where it can be played; null for none. */
  trackId: number | null;
  valence: number | null;
  arousal: number | null;
  /** How many trials heard it. */
  trials: number;
}

export type EegModelState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** A model as a list shows it. */
export interface EegModelSummary {
  id: number;
  studyId: number;
  title: string;
  /** True where it was trained on participants who are made up. */
  simulated: boolean;
  settings: ModelSettings;
  state: EegModelState;
  /** 0..1. */
  progress: number;
  secondsLeft: number | null;
  /** Why it failed, in plain words. */
  failure: string | null;
  digest: ModelDigest | null;
  createdAt: string;
  finishedAt: string | null;
}

/** Everything of a study but numbers. */
export interface EegStudyDetail {
  id: number;
  title: string;
  simulated: boolean;
  createdAt: string;
  recordings: EegRecordingSummary[];
  tracks: EegStudyTrack[];
  models: EegModelSummary[];
}
