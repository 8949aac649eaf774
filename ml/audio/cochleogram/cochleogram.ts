import { CochleaKernel, mostSamples } from './cochleaKernel';
import { cochlearRateHz, constantQFilters, type CochlearFilter } from './constantQFilters';

/** Channels of a cochleogram, from 180 to 7040 Hz. */
export const cochlearChannels = 128;
/** Samples, and seconds, from one frame to the next. */
const cochlearFrameLength = 128;
export const cochlearHopSeconds = cochlearFrameLength / cochlearRateHz;

/** The hair cell's sigmoid is 1 / (1 + exp(-slope y)); its membrane lets half a millisecond through. */
const sigmoidSlope = 10;
const membraneSeconds = 0.0005;

/** What of a cochleogram may be chosen, to compare it with others. */
export interface CochleogramOptions {
  /** One a channel and one above them; the project's own where absent. */
  filters?: readonly CochlearFilter[];
  /** Of the leaky integrator; 8 ms where absent. */
  integratorSeconds?: number;
  /** Leaves out the hair cell, which bends and smooths. */
  linear?: boolean;
}

/**
 * The auditory spectrogram of the NSL toolbox (`wav2aud`; Yang, Wang and Shamma 1992, Chi, Ru and Shamma 2005), as the
 * sound comes: constant-Q filters, a sigmoid and a low-pass of 0.5 ms for the hair cells, each channel less the next
 * higher one, half-wave rectified, a leaky integrator of 8 ms, and a frame every 8 ms. Memory does not grow with the
 * sound.
 *
 * The sigmoid makes it depend on the level: as with the toolbox, the sound is to have mean square 1 (UnitLevel). With the
 * toolbox's own filters its numbers are the toolbox's to rounding; with the project's (constantQFilters) the rows that
 * MATLAB gives for a tone of 800 Hz differ by 1.8 % of their largest value, and over chords and noise the broadband envelope
 * and its changes correlate with the toolbox's by .999 and .996.
 */
export class Cochleogram {
  private readonly kernel: CochleaKernel;
  private held = 0;

  constructor({ filters, integratorSeconds = cochlearHopSeconds, linear = false }: CochleogramOptions = {}) {
    const hairCell = { slope: sigmoidSlope, decay: decayOf(membraneSeconds) };
    this.kernel = new CochleaKernel(filters ?? constantQFilters(cochlearChannels + 1), {
      hairCell: linear ? null : hairCell,
      integratorDecay: decayOf(integratorSeconds),
      frameLength: cochlearFrameLength,
    });
  }

  /** The frames that samples at 16 kHz complete, row-major [n, 128]; frame k is of the 8 ms that end with its last sample. */
  push(mono: ArrayLike<number>): Float32Array {
    const { channels } = this.kernel;
    const frames = new Float32Array(Math.floor((this.held + mono.length) / cochlearFrameLength) * channels);
    let given = 0;
    for (let from = 0; from < mono.length;) {
      const count = Math.min(mono.length - from, mostSamples - this.held);
      for (let i = 0; i < count; i++) this.kernel.samples[this.held + i] = mono[from + i];
      from += count;
      this.held += count;
      given += this.runHeld(frames.subarray(given * channels));
    }
    return frames;
  }

  /** The frame that is begun, filled up with silence; none where none is. */
  flush(): Float32Array {
    return this.held === 0
      ? new Float32Array(0)
      : this.push(new Float64Array(cochlearFrameLength - this.held));
  }

  /** Runs over the whole frames that are held. Returns how many. */
  private runHeld(frames: Float32Array): number {
    const { samples } = this.kernel;
    const count = Math.floor(this.held / cochlearFrameLength);
    const run = count * cochlearFrameLength;
    if (count === 0) return 0;
    this.kernel.run(run, frames);
    samples.copyWithin(0, run, this.held);
    this.held -= run;
    return count;
  }
}

function decayOf(seconds: number): number {
  return Math.exp(-1 / (seconds * cochlearRateHz));
}
