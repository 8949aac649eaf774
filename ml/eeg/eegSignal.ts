/** Channels at one rate, in microvolts. */
export interface EegSignal {
  rateHz: number;
  /** Names, one a channel, each but once. */
  channels: string[];
  /** [channel][sample], all of one length. */
  samples: Float32Array[];
}

/** A band of frequencies, `fromHz` taken in and `toHz` left out, but for a band that ends at the Nyquist frequency. */
export interface EegBand {
  name: string;
  fromHz: number;
  toHz: number;
}

/** How differential entropy is measured: windows every hop, each cut into steps that follow upon each other. */
export interface EntropyPlan {
  bands: EegBand[];
  windowSeconds: number;
  hopSeconds: number;
  /** A whole number of steps fills a window. */
  stepSeconds: number;
  method: 'stft' | 'filter-bank';
}

/** Differential entropy of windows in time. */
export interface EntropyWindows {
  channels: string[];
  bands: string[];
  /** The start of each window in the signal. */
  startSeconds: Float64Array;
  /** Steps a window. */
  steps: number;
  /** [window, step, channel, band], nats. */
  values: Float32Array;
  /** [window], 1 where artefact rejection dropped it. */
  rejected: Uint8Array;
}

/** Differential entropy of windows in time, what overlapping windows share but once: a fraction of `EntropyWindows`. */
export interface EntropySteps extends Omit<EntropyWindows, 'values'> {
  /** [different step, channel, band], nats. */
  rows: Float32Array;
  /** [window, step] which of the rows. */
  places: Int32Array;
}
