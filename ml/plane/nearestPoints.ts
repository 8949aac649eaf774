/** A track and how far its point lies from the target, in units of valence and arousal. */
export interface NearPoint {
  trackId: number;
  distance: number;
}

/** The `limit` nearest of the points that were offered: nearest first, ties by track id. */
export class NearestPoints {
  private readonly trackIds: Int32Array;
  private readonly squares: Float64Array;
  private count = 0;
  /** The squared distance beyond which nothing is taken; Infinity while there are places left. */
  cutoff = Infinity;

  constructor(private readonly limit: number) {
    this.trackIds = new Int32Array(limit + 1);
    this.squares = new Float64Array(limit + 1);
  }

  offer(trackId: number, square: number): void {
    if (square > this.cutoff) return;
    const { trackIds, squares } = this;
    let place = this.count;
    for (; place > 0; place--) {
      const other = squares[place - 1];
      if (other < square || (other === square && trackIds[place - 1] < trackId)) break;
      squares[place] = other;
      trackIds[place] = trackIds[place - 1];
    }
    squares[place] = square;
    trackIds[place] = trackId;
    if (this.count < this.limit) this.count++;
    if (this.count === this.limit) this.cutoff = squares[this.limit - 1];
  }

  list(): NearPoint[] {
    const list: NearPoint[] = [];
    for (let place = 0; place < this.count; place++) {
      list.push({ trackId: this.trackIds[place], distance: Math.sqrt(this.squares[place]) });
    }
    return list;
  }
}
