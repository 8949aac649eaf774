import type { KnownLayout } from '../text/textLayout';

/** What a channel measures. */
export type EegChannelKind = 'eeg' | 'eog' | 'ecg' | 'emg' | 'status' | 'other';

/** One channel of a recording. */
export interface EegChannel {
  /** As in the file, made unique: "C3", "C3 (2)". */
  name: string;
  /** As the file says: "uV", "mV"; null where it says nothing. */
  unit: string | null;
  kind: EegChannelKind;
  rateHz: number;
  samples: number;
  /** The recording's own filters, where told, in Hz. */
  highPassHz: number | null;
  lowPassHz: number | null;
  /** True where a `_channels.tsv` beside the file marks it as bad. */
  bad: boolean;
}

/** Something that happened; from the first sample of the recording. */
export interface EegEvent {
  onsetSeconds: number;
  /** 0 where it is not told. */
  durationSeconds: number;
  label: string;
}

/** A stretch of a recording that was cut out for one stimulus, with what the participant said of it. */
export interface EegTrial {
  name: string;
  startSeconds: number;
  durationSeconds: number;
  /** The participant's own ratings by scale, such as valence on 1 to 9; empty where there are none. */
  ratings: Record<string, number>;
}

/** Which samples are wanted. */
export interface EegWish {
  /** By index; each in the place where it is named. */
  channels: number[];
  /** The first sample is that at or behind this time; the beginning where left out. */
  fromSeconds?: number;
  /** The last sample is that before this time; the end where left out. */
  toSeconds?: number;
  signal?: AbortSignal;
}

/** A recording whose header has been read and whose samples can be streamed, as often as wanted. */
export interface EegRecording {
  /** Such as "EDF+C", "BDF", "BrainVision", "EEGLAB". */
  format: string;
  channels: EegChannel[];
  /** In the order of their onsets. */
  events: EegEvent[];
  /** Empty for a continuous recording. */
  trials: EegTrial[];
  durationSeconds: number;
  /** ISO 8601 in the recorder's own time, without a zone: "2002-03-02T12:00:00"; null where it is not told. */
  startedAt: string | null;
  /** What is odd about a file that can be read. */
  warnings: string[];
  /**
   * Samples in physical units, in order, at each channel's own rate: [channel of the wish][samples of this block].
   * Blocks hold at most a few seconds, and nothing larger is in memory. What a block holds is written over when the next one is asked for.
   *
   * @throws AppError 'unreadable' where the file ends or breaks before its header says, an AbortError on `signal`
   */
  blocks(wish: EegWish): AsyncIterable<Float64Array[]>;
}

/** What somebody who gives a recording knows of it; whatever is left out is taken from the file. */
export interface EegOptions extends KnownLayout {
  /** Samples a second, for tables and arrays that do not say. */
  rateHz?: number;
  /** Names of the channels, for arrays that do not say. */
  channelNames?: string[];
  /** Unit of the channels, for tables and arrays that do not say. */
  unit?: string;
  /** A table of events or trials (BIDS `_events.tsv`, or CSV) in place of what lies in or beside the file. */
  eventsPath?: string;
  /** What becomes of the 3 s before each trial of DEAP: left out (default), their mean subtracted, or kept. */
  baseline?: 'drop' | 'subtract' | 'keep';
  signal?: AbortSignal;
}
