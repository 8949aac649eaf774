import frontEnd from '../measure/frontEnd.json';
import { SampleQueue } from '../filter/sampleQueue';

const { melBands } = frontEnd;

/** Pairs of mel bands from 100 Hz to 3.2 kHz, the range every encoder keeps. */
const bands = 33;
const firstMelBand = 3;
const melBandsPerBand = 2;
/** Frames averaged into a sub-fingerprint, 0.51 s, under a Hann window. */
const windowFrames = 32;
/** Frames from one sub-fingerprint to the next: 0.256 s. */
const hopFrames = 16;
/** Sub-fingerprints between those compared: 0.51 s, so that their windows do not overlap. */
const lag = 2;
/** Mean change of the band differences, in log10 units, under which nothing happens: silence, a drone. */
const leastChange = 1e-3;

const window = Float64Array.from(
  { length: windowFrames },
  (_, i) => (1 - Math.cos((2 * Math.PI * (i + 0.5)) / windowFrames)) / windowFrames,
);

/**
 * Streaming acoustic fingerprint after Haitsma and Kalker ("A highly robust audio fingerprinting system", ISMIR
 * 2002): 32 bits for every 0.256 s, bit m telling whether the difference in level between the neighbouring bands
 * m and m + 1 of 33 has grown over the last half second. Differences in frequency and time are untouched by gain,
 * equalisation and coding noise.
 *
 * Unlike the paper's, which must find an excerpt anywhere, it compares whole recordings from their start; hence
 * the 20 times coarser hop (16 bytes a second). A word of 0 means that nothing moved, and says nothing.
 */
export class Fingerprinter {
  /** Rows of 33 band levels, one for each frame still needed. */
  private readonly queue = new SampleQueue();
  /** Differences between neighbouring bands for the last sub-fingerprints, newest last. */
  private readonly recent: Float64Array[] = [];
  private readonly words: number[] = [];

  /** @param frames - whole log-mel frames, row-major [frames, 96] */
  push(frames: Float32Array): void {
    this.queue.append(poolBands(frames));
    while (this.queue.length >= windowFrames * bands) {
      this.advance();
      this.queue.drop(hopFrames * bands);
    }
  }

  /** The sub-fingerprints of everything pushed. */
  finish(): Uint32Array {
    return Uint32Array.from(this.words);
  }

  private advance(): void {
    const differences = this.bandDifferences();
    this.recent.push(differences);
    if (this.recent.length <= lag) return;
    const before = this.recent.shift() ?? differences;
    this.words.push(wordOf(differences.map((value, i) => value - before[i])));
  }

  /** Level of each band less that of the next, averaged over the window. */
  private bandDifferences(): Float64Array {
    const { samples, start } = this.queue;
    const differences = new Float64Array(bands - 1);
    for (let frame = 0, i = start; frame < windowFrames; frame++, i++)
      for (let gap = 0; gap < bands - 1; gap++, i++)
        differences[gap] += window[frame] * (samples[i] - samples[i + 1]);
    return differences;
  }
}

/** The 33 bands of each frame, row-major. */
function poolBands(frames: Float32Array): Float32Array {
  const pooled = new Float32Array((frames.length / melBands) * bands);
  for (let i = 0, row = firstMelBand; i < pooled.length; row += melBands)
    for (let band = 0; band < bands; band++, i++) {
      const from = row + band * melBandsPerBand;
      pooled[i] = (frames[from] + frames[from + 1]) / melBandsPerBand;
    }
  return pooled;
}

function wordOf(changes: Float64Array): number {
  const meanChange = changes.reduce((sum, change) => sum + Math.abs(change), 0) / changes.length;
  if (meanChange < leastChange) return 0;
  return changes.reduce((word, change, bit) => (change > 0 ? word | (1 << bit) : word), 0) >>> 0;
}
