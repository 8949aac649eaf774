/** What computes one or several features of a sound, fed with it in order, and writes them to their files. */
export interface SoundFeature {
  /** Of the mono samples that it takes. */
  readonly rateHz: number;
  /** The next samples; to be awaited before those after them. */
  push(mono: Float32Array): Promise<void>;
  /** Computes and writes what is left. `alive` is to be called now and then where that takes long. */
  finish(alive: () => void): Promise<void>;
  /** Lets go of what it holds open, whether it has finished or not. */
  close?(): Promise<void>;
}
