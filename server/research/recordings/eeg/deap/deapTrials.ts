/** DEAP's numbers of one participant: trials of channels over time. */
export interface DeapNumbers {
  trials: number;
  channels: number;
  /** Samples of a trial: 8,064 with its baseline, 7,680 without. */
  samples: number;
  /** Opens a way to all samples of each of the channels in each of the trials. */
  open: (wish: { trials: number[]; channels: number[]; signal?: AbortSignal }) => Promise<DeapTrials>;
}

/** Samples of a trial, from whatever file. */
export interface DeapTrials {
  /** A copy of them. */
  read: (trial: number, channel: number) => Promise<Float64Array>;
  close: () => Promise<void>;
}
