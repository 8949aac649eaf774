/** From where on a channel counts as bad. */
export interface BadChannelLimits {
  /** A second of less standard deviation than this is flat. */
  flatMicrovolts: number;
  /** A channel is flat when more than this share of its seconds is. */
  flatShare: number;
  /**
   * Robust standard deviations (0.7413 times the interquartile range) by which the logarithm of its amplitude may exceed
   * the others'.
   */
  deviation: number;
  /** A second in which no other channel is correlated to at least this much, in size, is its own. */
  correlation: number;
  /** A channel has lost its contact when more than this share of its seconds is its own. */
  correlationShare: number;
}

/** What is done to a recording; null or an empty list leaves a step out. */
export interface CleaningPlan {
  /** Of the result. */
  rateHz: number;
  highPassHz: number | null;
  lowPassHz: number | null;
  /** The frequency of the mains, and of whatever else hums. */
  notchHz: readonly number[];
  reference: 'average' | 'as recorded';
  /** Channels that are known to be bad, as the recording names them. */
  badChannels: readonly string[];
  /** What finds others; null looks for none. */
  limits: BadChannelLimits | null;
  badChannelsAre: 'interpolated' | 'left out';
  /** A second is rejected in which any channel moves by more, from its lowest to its highest sample. */
  mostPeakToPeakMicrovolts: number | null;
  /** What channels are measured in whose unit the file does not tell. */
  unitWhereUntold: string | null;
}

/**
 * Deviating and uncorrelated channels as the PREP pipeline tells them (Bigdely-Shamlo et al. 2015), but that amplitudes are
 * compared by their logarithms; the share of seconds for which a channel may be off is that of `clean_rawdata`.
 */
export const defaultLimits: BadChannelLimits = {
  flatMicrovolts: 0.1,
  flatShare: 0.5,
  deviation: 5,
  correlation: 0.4,
  correlationShare: 0.4,
};

/** For bands from theta to gamma, at 128 samples a second, with mains of 50 Hz. */
export const defaultCleaning: CleaningPlan = {
  rateHz: 128,
  highPassHz: 1,
  lowPassHz: 45,
  notchHz: [50],
  reference: 'average',
  badChannels: [],
  limits: defaultLimits,
  badChannelsAre: 'interpolated',
  mostPeakToPeakMicrovolts: 200,
  unitWhereUntold: null,
};
