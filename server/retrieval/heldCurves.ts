import { type CurveAmount, curvesFit } from './curveMemory';
import type { EncodedCurve } from './encodedCurves';

/** An account of the curves that the search thread holds: those first that were not used for the longest time. */
export class HeldCurves {
  private readonly bytesOf = new Map<number, number>();
  private bytes = 0;

  /** How much they are all told. */
  get amount(): CurveAmount {
    return { tracks: this.bytesOf.size, bytes: this.bytes };
  }

  has(trackId: number): boolean {
    return this.bytesOf.has(trackId);
  }

  add(curves: readonly EncodedCurve[]): void {
    for (const { trackId, means } of curves) {
      this.remove([trackId]);
      this.put(trackId, means.length);
    }
  }

  /** Those of `trackIds` that were held. */
  remove(trackIds: Iterable<number>): number[] {
    const removed: number[] = [];
    for (const trackId of trackIds) {
      const bytes = this.bytesOf.get(trackId);
      if (bytes === undefined) continue;
      this.bytesOf.delete(trackId);
      this.bytes -= bytes;
      removed.push(trackId);
    }
    return removed;
  }

  /** Uses `trackIds`, and tells which others must go, the longest unused first, for all to fit into `memoryBytes`. */
  use(trackIds: Iterable<number>, memoryBytes: number): number[] {
    const used = new Set<number>();
    for (const trackId of trackIds) {
      const bytes = this.bytesOf.get(trackId);
      if (bytes === undefined) continue;
      this.remove([trackId]);
      this.put(trackId, bytes);
      used.add(trackId);
    }
    const surplus: number[] = [];
    const left = this.amount;
    for (const [trackId, bytes] of this.bytesOf) {
      if (curvesFit(left, memoryBytes) || used.has(trackId)) break;
      left.tracks--;
      left.bytes -= bytes;
      surplus.push(trackId);
    }
    return surplus;
  }

  private put(trackId: number, bytes: number): void {
    this.bytesOf.set(trackId, bytes);
    this.bytes += bytes;
  }
}
