/** Frames of the film from one to before another. */
export interface FrameRange {
  inFrame: number;
  /** The first frame after it. */
  outFrame: number;
}
