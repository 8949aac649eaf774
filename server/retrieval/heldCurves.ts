import { curveMemoryBytes } from './curveMemory';
import type { TrackCurve } from './trackCurves';

/** An account of the curves that the search thread holds: those first that were not used for the longest time. */
export class HeldCurves {
  readonly #bytesOf = new Map<number, number>();
  #bytes = 0;

  get size(): number {
    return this.#bytesOf.size;
  }

  /** Memory that they take all told. */
  get bytes(): number {
    return this.#bytes;
  }

  has(trackId: number): boolean {
    return this.#bytesOf.has(trackId);
  }

  add(curves: readonly TrackCurve[]): void {
    for (const { trackId, means } of curves) {
      this.remove([trackId]);
      this.#put(trackId, curveMemoryBytes({ tracks: 1, bytes: means.length }));
    }
  }

  /** Those of `trackIds` that were held. */
  remove(trackIds: Iterable<number>): number[] {
    const removed: number[] = [];
    for (const trackId of trackIds) {
      const bytes = this.#bytesOf.get(trackId);
      if (bytes === undefined) continue;
      this.#bytesOf.delete(trackId);
      this.#bytes -= bytes;
      removed.push(trackId);
    }
    return removed;
  }

  /** Uses `trackIds`, and tells which others must go, the longest unused first, for all to fit into `limit` bytes. */
  use(trackIds: Iterable<number>, limit: number): number[] {
    const used = new Set<number>();
    for (const trackId of trackIds) {
      const bytes = this.#bytesOf.get(trackId);
      if (bytes === undefined) continue;
      this.remove([trackId]);
      this.#put(trackId, bytes);
      used.add(trackId);
    }
    const surplus: number[] = [];
    let bytes = this.#bytes;
    for (const [trackId, own] of this.#bytesOf) {
      if (bytes <= limit || used.has(trackId)) break;
      bytes -= own;
      surplus.push(trackId);
    }
    return surplus;
  }

  #put(trackId: number, bytes: number): void {
    this.#bytesOf.set(trackId, bytes);
    this.#bytes += bytes;
  }
}
