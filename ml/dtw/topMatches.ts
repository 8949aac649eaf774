/** A found stretch: `cost` is number of query points * distance^2; start and length in points of the curve. */
export interface Found {
  trackId: number;
  cost: number;
  start: number;
  length: number;
}

/** Nearest first; ties by track id, then the earlier start, then the shorter stretch. */
export function compareFound(a: Found, b: Found): number {
  return a.cost - b.cost || a.trackId - b.trackId || a.start - b.start || a.length - b.length;
}

/** The `limit` nearest of all that were added, in order. */
export class TopMatches {
  readonly found: Found[] = [];

  constructor(private readonly limit: number) {}

  /** The cost that a further match must not exceed: the last place's once all places are taken. */
  get cutoff(): number {
    return this.found.length < this.limit ? Infinity : this.found[this.limit - 1].cost;
  }

  add(candidate: Found): void {
    let place = this.found.length;
    while (place > 0 && compareFound(candidate, this.found[place - 1]) < 0) place--;
    this.found.splice(place, 0, candidate);
    if (this.found.length > this.limit) this.found.pop();
  }
}
