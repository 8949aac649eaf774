/** A stretch of sound as an embedding network takes it. */
export interface SoundWindow {
  /** Row-major [frames, bands]. */
  values: Float32Array;
  /** How much sound is in it: mean power, in a unit of the front end's own. Only ratios mean anything. */
  power: number;
}

/** Cuts one track's sound, as it comes, into windows, in memory that does not grow with its length. */
export interface WindowStream {
  /** The windows that the samples so far complete. */
  push(mono: Float32Array): SoundWindow[];
  /** The windows that are left. At least one comes of any sound, none of no samples. */
  flush(): SoundWindow[];
}

/** How a family of networks wants its sound. */
export interface FrontEnd {
  /** Of the mono samples that a stream takes. */
  sampleRateHz: number;
  /** Size of a window. */
  frames: number;
  bands: number;
  /** Time from one window to the next. */
  hopSeconds: number;
  /** Time from the sound's first sample to the middle of the first window. */
  firstMiddleSeconds: number;
  /** How many numbers the family's networks answer with; absent where that may be any. */
  embeddingSizes?: readonly number[];
  /** The output to take of a network that has several, where nobody says. */
  usualOutput?: string;
  stream(): WindowStream;
}
