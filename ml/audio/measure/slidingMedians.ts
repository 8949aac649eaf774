/** Medians of windows of one odd size, each kept in order while its values are exchanged one by one. */
export class SlidingMedians {
  private readonly ordered: Float64Array;

  constructor(
    windows: number,
    private readonly size: number,
  ) {
    this.ordered = new Float64Array(windows * size);
  }

  /** Makes a window hold nothing but `value`. */
  fill(window: number, value: number): void {
    this.ordered.fill(value, window * this.size, (window + 1) * this.size);
  }

  /** Puts `now` in the place of `old`, which the window holds. */
  exchange(window: number, old: number, now: number): void {
    const { ordered } = this;
    const first = window * this.size;
    const last = first + this.size - 1;
    let at = first;
    while (at < last && ordered[at] !== old) at++;
    for (; at < last && ordered[at + 1] < now; at++) ordered[at] = ordered[at + 1];
    for (; at > first && ordered[at - 1] > now; at--) ordered[at] = ordered[at - 1];
    ordered[at] = now;
  }

  median(window: number): number {
    return this.ordered[window * this.size + (this.size >> 1)];
  }
}
