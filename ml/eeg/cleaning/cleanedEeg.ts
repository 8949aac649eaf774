import type { EegSignal } from '../eegSignal';

/** A channel that was found bad, by which measure, and what became of it. */
export interface BadChannel {
  channel: string;
  reason: 'named' | 'flat' | 'noise' | 'correlation';
  /**
   * Of flat channels the share of seconds that are, of noisy ones the robust standard deviations beyond the others, of
   * uncorrelated ones the share of seconds without a partner; null where it was named.
   */
  measured: number | null;
  /** What it may be at most. */
  limit: number | null;
  outcome: 'interpolated' | 'left out';
}

/** Seconds that were rejected on end. */
export interface RejectedStretch {
  startSeconds: number;
  endSeconds: number;
  /** The channel that moved most, and by how much from its lowest to its highest sample within a second. */
  channel: string;
  peakToPeakMicrovolts: number;
}

/** A clean signal and all that was dropped for it. */
export interface CleanedEeg {
  /** The channels that are left, in the recording's order. */
  signal: EegSignal;
  bad: BadChannel[];
  rejected: RejectedStretch[];
  /** What a reader should know, in sentences. */
  warnings: string[];
}
