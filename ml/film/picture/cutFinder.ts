import { printDifference, type FramePrint } from './framePrint';

/** What the picture of a film was found to do. */
export interface PictureFindings {
  /** The place, in the order of the frames that were given, of each shot's first frame but the first; ascending. */
  cuts: number[];
  /** How much moves into each frame from the one before, 0..1; 0 for the first frame, and across cuts as beside them. */
  motion: Float32Array;
}

/** So many differences on either side say what is usual around a frame. */
const around = 8;
/** A cut differs by this many times what is usual around it, ... */
const leastRatio = 3;
/** ... and by this much at least: below, grain and compression do. */
const leastDistance = 0.1;
/** What comes back to the same picture within so many frames was a flash: a quarter of a second at 24. */
const longestFlash = 6;
/** After a flash the picture is as before but for what moved meanwhile. */
const flashShare = 0.5;
/** Of two cuts nearer than this, which a flash between two shots gives, the greater counts. */
const shortestShot = 4;
/** Frames are decided on when so many are known after them. */
const ahead = Math.max(around, longestFlash);

/**
 * Finds hard cuts in frames that come one after the other. A difference of colour histograms and of blocks is a cut where
 * it stands out from those around it (the sliding window of Yeo and Liu 1995, "Rapid scene analysis on compressed video",
 * with the mean of the others in place of the second greatest) and where the picture does not come back at once, which
 * would be a flash (same paper). Fades, dissolves and pans change many frames alike, and are none.
 */
export class CutFinder {
  /** The last prints, for the comparison across a flash. */
  private readonly prints: FramePrint[] = [];
  private readonly distances: number[] = [];
  private readonly motions: number[] = [];
  private readonly cuts: number[] = [];

  /** Takes the next frame. */
  push(print: FramePrint): void {
    const before = this.prints.at(-1);
    const { distance, motion } = before ? printDifference(before, print) : { distance: 0, motion: 0 };
    this.distances.push(distance);
    this.motions.push(motion);
    this.prints.push(print);
    if (this.prints.length > 2 * ahead + 2) this.prints.shift();
    const decided = this.distances.length - 1 - ahead;
    if (decided > 0) this.decide(decided);
  }

  /** All that was found; no frame may follow. */
  finish(): PictureFindings {
    const frames = this.distances.length;
    for (let frame = Math.max(1, frames - ahead); frame < frames; frame++) this.decide(frame);
    const motion = Float32Array.from(this.motions);
    for (const cut of this.cuts) motion[cut] = Math.min(motion[cut - 1], motion[cut + 1] ?? Infinity);
    return { cuts: this.cuts, motion };
  }

  private decide(frame: number): void {
    const distance = this.distances[frame];
    if (distance < leastDistance || distance < leastRatio * this.usualAround(frame)) return;
    if (this.isFlash(frame, flashShare * distance)) return;
    const last = this.cuts.at(-1);
    if (last === undefined || frame - last >= shortestShot) this.cuts.push(frame);
    else if (distance > this.distances[last]) this.cuts[this.cuts.length - 1] = frame;
  }

  /** The mean difference around a frame without its own and the two greatest, which may be other cuts. */
  private usualAround(frame: number): number {
    const from = Math.max(1, frame - around);
    const others = this.distances.slice(from, frame + around + 1).toSpliced(frame - from, 1);
    const usual = others.toSorted((a, b) => a - b).slice(0, Math.max(1, others.length - 2));
    return usual.reduce((sum, distance) => sum + distance, 0) / Math.max(1, usual.length);
  }

  /** True at either end of a flash: what is before it and what is after it are alike. */
  private isFlash(frame: number, alike: number): boolean {
    const first = this.distances.length - this.prints.length;
    const printOf = (at: number) => (at < first ? undefined : this.prints[at - first]);
    const areAlike = (a: FramePrint | undefined, b: FramePrint | undefined) =>
      a !== undefined && b !== undefined && printDifference(a, b).distance < alike;
    for (let length = 1; length <= longestFlash; length++) {
      if (areAlike(printOf(frame - 1), printOf(frame + length))) return true;
      if (areAlike(printOf(frame - 1 - length), printOf(frame))) return true;
    }
    return false;
  }
}
