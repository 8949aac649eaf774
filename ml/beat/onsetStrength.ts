import frontEnd from '../audio/measure/frontEnd.json';

const { melBands } = frontEnd;
/** Bands up to about 200 Hz: bass and drums. */
const lowBands = 8;

/** How much begins at each log-mel frame (62.5 a second): over all bands, and in the low ones alone. */
interface OnsetStrength {
  all: Float32Array;
  low: Float32Array;
}

/**
 * Streaming onset strength that vibrato does not excite (SuperFlux: Böck and Widmer, "Maximum filter vibrato
 * suppression for onset detection", DAFx 2013): by how much each band has grown beyond the loudest of itself and its
 * neighbours a frame before, on average, falls counting nothing. The first frame has 0.
 */
export class OnsetStrengthMeter {
  private readonly all: number[] = [];
  private readonly low: number[] = [];
  /** The frame before, each band with the loudest of its neighbours. */
  private before?: Float32Array;

  /** @param frames - whole log-mel frames, row-major [frames, 96] */
  push(frames: Float32Array): void {
    for (let from = 0; from < frames.length; from += melBands) {
      const frame = frames.subarray(from, from + melBands);
      this.all.push(this.before ? growth(this.before, frame, melBands) : 0);
      this.low.push(this.before ? growth(this.before, frame, lowBands) : 0);
      this.before = widened(frame);
    }
  }

  finish(): OnsetStrength {
    return { all: Float32Array.from(this.all), low: Float32Array.from(this.low) };
  }
}

/** Mean over the first `bands` bands of what `after` exceeds `before` by. */
function growth(before: Float32Array, after: Float32Array, bands: number): number {
  let sum = 0;
  for (let band = 0; band < bands; band++) sum += Math.max(0, after[band] - before[band]);
  return sum / bands;
}

/** Each band the largest of itself and those beside it. */
function widened(frame: Float32Array): Float32Array {
  return frame.map((value, band) =>
    Math.max(value, frame[Math.max(0, band - 1)], frame[Math.min(melBands - 1, band + 1)]),
  );
}
