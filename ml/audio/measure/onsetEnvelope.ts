import frontEnd from './frontEnd.json';

const { melBands } = frontEnd;

/**
 * Streaming onset strength, one value a log-mel frame (62.5 a second): by how much the bands have grown since
 * the frame before, on average over all bands, falls counting nothing (spectral flux; Boeck and Widmer 2013,
 * `librosa.onset.onset_strength`). The first frame has 0. It keeps 4 bytes a frame, 0.9 MB an hour.
 */
export class OnsetEnvelope {
  private readonly pieces: Float32Array[] = [];
  private last: Float32Array | undefined;

  /** @param frames - whole log-mel frames, row-major [frames, 96] */
  push(frames: Float32Array): void {
    if (frames.length === 0) return;
    const piece = new Float32Array(frames.length / melBands);
    if (this.last) piece[0] = growth(this.last, frames.subarray(0, melBands));
    for (let frame = 1; frame < piece.length; frame++) {
      const from = frame * melBands;
      piece[frame] = growth(frames.subarray(from - melBands, from), frames.subarray(from, from + melBands));
    }
    this.pieces.push(piece);
    this.last = frames.slice(-melBands);
  }

  /** Onset strength of every frame pushed. */
  finish(): Float32Array {
    const envelope = new Float32Array(this.pieces.reduce((sum, piece) => sum + piece.length, 0));
    let at = 0;
    for (const piece of this.pieces) {
      envelope.set(piece, at);
      at += piece.length;
    }
    return envelope;
  }
}

/** Mean over the bands of what `after` exceeds `before` by. */
function growth(before: Float32Array, after: Float32Array): number {
  let sum = 0;
  for (let band = 0; band < melBands; band++) sum += Math.max(0, after[band] - before[band]);
  return sum / melBands;
}
