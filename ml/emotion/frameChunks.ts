import frontEnd from '../audio/measure/frontEnd.json';

const { melBands } = frontEnd;

/** Frames in two seconds: half seconds begin on a frame every four of them. */
const alignedFrames = 125;

/** Half seconds in `alignedFrames`. */
const alignedHalfSeconds = 4;

/** The network's own grid of four frames meets the half seconds again after this many frames: 8 s. */
const marginFrames = 4 * alignedFrames;

/** Frames answered at a time: 96 s. */
const bodyFrames = 12 * marginFrames;

/** Frames after the body that its last answers depend on, rounded up to whole two seconds. */
const lookaheadFrames = alignedFrames;

/** A stretch of frames to run the network on, and which of its half seconds to keep. */
export interface FrameChunk {
  /** Row-major [frames, 96], `frames` a multiple of 125. */
  frames: Float32Array;
  /** Half seconds before those to keep, that only give context. */
  skip: number;
  /** Half seconds to keep after them. */
  keep: number;
}

/**
 * Cuts a stream of log-mel frames into overlapping chunks, such that a network that hears less than 2 s ahead and less
 * than 8 s back gives for each half second what it would give for the whole track at once. Memory does not grow with
 * the track.
 *
 * Beyond the track's end there is digital silence up to whole two seconds, as the network's training had it.
 */
export class FrameChunks {
  private buffer = new Float32Array((marginFrames + bodyFrames + lookaheadFrames) * melBands);
  /** Frames in the buffer; the first `context` of them have been answered. */
  private held = 0;
  private context = 0;

  /** The chunks that the next frames, row-major [n, 96], complete. */
  *push(melFrames: Float32Array): Generator<FrameChunk> {
    let from = 0;
    while (from < melFrames.length) {
      const room = this.buffer.length - this.held * melBands;
      const part = melFrames.subarray(from, from + room);
      this.buffer.set(part, this.held * melBands);
      this.held += part.length / melBands;
      from += part.length;
      if (this.held * melBands === this.buffer.length) yield this.full();
    }
  }

  /** The last chunk, with the frames that are not answered yet; none where there are none. */
  finish(): FrameChunk | undefined {
    const left = this.held - this.context;
    if (left <= 0) return undefined;
    const frames = Math.ceil(this.held / alignedFrames) * alignedFrames;
    const chunk = new Float32Array(frames * melBands);
    chunk.set(this.buffer.subarray(0, this.held * melBands));
    const skip = halfSecondsIn(this.context);
    this.held = this.context = 0;
    return { frames: chunk, skip, keep: halfSecondsIn(frames) - skip };
  }

  private full(): FrameChunk {
    const frames = this.buffer.slice();
    const skip = halfSecondsIn(this.context);
    const answered = this.held - lookaheadFrames;
    const keep = halfSecondsIn(answered) - skip;
    const from = answered - marginFrames;
    this.buffer.copyWithin(0, from * melBands, this.held * melBands);
    this.held -= from;
    this.context = marginFrames;
    return { frames, skip, keep };
  }
}

function halfSecondsIn(frames: number): number {
  return (frames / alignedFrames) * alignedHalfSeconds;
}
