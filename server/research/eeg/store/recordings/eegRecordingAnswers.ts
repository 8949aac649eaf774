import type { EegEventFacts, EegChannelFacts } from '@/db/schema';
import type { SitePosition } from '@/ml/eeg/montage/sitePositions';
import type { EntropyReport } from '../../entropy/entropyReport';
import type { MeasuringWish } from '../../entropy/measuringWish';
import type { EegRecordingSummary } from '../studies/eegStudyAnswers';

/** A channel, and where it lies on the head. */
export interface PlacedEegChannel extends EegChannelFacts {
  /** By its name today; null where it has no place. */
  site: string | null;
  /** On a sphere of radius 1: to the right, to the front, up. */
  position: SitePosition | null;
}

/** A stretch of a recording during which something was heard. */
export interface EegTrialAnswer {
  id: number;
  name: string;
  startSeconds: number;
  durationSeconds: number | null;
  /** Which of the study's tracks was heard, by its name; null for none of them. */
  track: string | null;
  /** That track in the catalogue, where it can be played. */
  trackId: number | null;
  /** The participant's own ratings, 1 to 9. */
  valence: number | null;
  arousal: number | null;
}

/** Everything that is known of a recording but its numbers. */
export interface EegRecordingDetail extends Omit<EegRecordingSummary, 'channels' | 'events' | 'trials'> {
  studyId: number;
  /** True where the participant is made up. */
  simulated: boolean;
  channels: PlacedEegChannel[];
  events: EegEventFacts[];
  trials: EegTrialAnswer[];
  /** How it is to be cleaned and measured. */
  measuring: MeasuringWish;
  /** How it was measured, and the means by channel and band in nats; null until it is. */
  report: EntropyReport | null;
  /** What was dropped, a sentence each. */
  dropped: string[];
}

/** A band over the head and over time: differential entropy in nats, the mean of each window's steps. */
export interface EntropyOverTime {
  band: string;
  bands: string[];
  windowSeconds: number;
  hopSeconds: number;
  channels: { name: string; position: SitePosition | null }[];
  startSeconds: number[];
  /** True for windows in which artefacts were. */
  rejected: boolean[];
  /** [window][channel] */
  values: number[][];
}
