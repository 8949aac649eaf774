import type { TrackSet } from '../trackSet';
import { type NearPoint, NearestPoints } from './nearestPoints';

/** How many points an even plane would have in a cell: more make a cell long to look through, fewer make more cells. */
const pointsPerCell = 2;
/** The least number of slots, and how much room there is after the grid was laid out. */
const fewestSlots = 64;
const growth = 2;
/** What rounding may have done to a cell's border. */
const borderTolerance = 1e-12;
const none = -1;

interface Look {
  target: PlanePoint;
  found: NearestPoints;
  among: TrackSet | undefined;
}

export interface PlanePoint {
  valence: number;
  arousal: number;
}

/**
 * Points of the valence-arousal plane, and the nearest of them to any point, exactly. The plane is cut into equal
 * square cells; a search looks into the cell of its target, then around it ring by ring, until the border of what it
 * has seen lies beyond the last place. Track ids are small whole numbers: memory grows with the highest.
 */
export class PointGrid {
  /** A point lies in a slot: slots of one cell are chained, and so are those that are free. */
  private trackIds = new Int32Array(0);
  /** Valence and arousal of each slot. */
  private points = new Float64Array(0);
  private next = new Int32Array(0);
  private free = none;
  /** The slot of each track id, or none. */
  private slots = new Int32Array(0);
  private taken = 0;
  /** The first slot of each of side * side cells. */
  private cells = new Int32Array(1).fill(none);
  private side = 1;

  get size(): number {
    return this.taken;
  }

  /** Adds a track's point, or moves it. RangeError for a coordinate outside [-1, 1]. */
  set(trackId: number, { valence, arousal }: PlanePoint): void {
    if (!(Math.abs(valence) <= 1 && Math.abs(arousal) <= 1)) {
      throw new RangeError(`invalid point: ${valence}, ${arousal} (both in [-1, 1])`);
    }
    this.delete(trackId);
    if (trackId >= this.slots.length) this.slots = enlarged(this.slots, growth * (trackId + 1));
    if (this.free === none) this.layOut(growth * this.taken);
    const slot = this.free;
    this.free = this.next[slot];
    this.place(slot, trackId, { valence, arousal });
    this.taken++;
  }

  delete(trackId: number): void {
    const slot = this.slotOf(trackId);
    if (slot === none) return;
    this.slots[trackId] = none;
    this.taken--;
    const cell = this.cellOf(this.points[2 * slot], this.points[2 * slot + 1]);
    let before = none;
    for (let at = this.cells[cell]; at !== slot; at = this.next[at]) before = at;
    if (before === none) this.cells[cell] = this.next[slot];
    else this.next[before] = this.next[slot];
    this.next[slot] = this.free;
    this.free = slot;
  }

  /** Lays the points of each cell side by side in memory, which makes searching faster after many were added. */
  settle(): void {
    this.layOut(this.taken);
  }

  /**
   * The `limit` points nearest to a target in [-1, 1] x [-1, 1] by Euclidean distance, nearest first, ties by track
   * id; with `among`, of the tracks in it.
   */
  nearest(target: PlanePoint, limit: number, among?: TrackSet): NearPoint[] {
    const found = new NearestPoints(limit);
    // Rings pass some size / among.size tracks for each one that they may take: few are sooner asked one by one.
    if (among && among.size * among.size < limit * this.taken) this.askEach(target, found, among);
    else this.lookAround(target, found, among);
    return found.list();
  }

  private askEach(target: PlanePoint, found: NearestPoints, among: TrackSet): void {
    for (const trackId of among) {
      const slot = this.slotOf(trackId);
      if (slot === none) continue;
      const valence = this.points[2 * slot] - target.valence;
      const arousal = this.points[2 * slot + 1] - target.arousal;
      found.offer(trackId, valence * valence + arousal * arousal);
    }
  }

  private lookAround(target: PlanePoint, found: NearestPoints, among: TrackSet | undefined): void {
    const column = this.lineOf(target.valence);
    const row = this.lineOf(target.arousal);
    const last = this.side - 1;
    for (let ring = 0; ring <= last; ring++) {
      const left = Math.max(0, column - ring);
      const right = Math.min(last, column + ring);
      for (let y = Math.max(0, row - ring); y <= Math.min(last, row + ring); y++) {
        const start = y * this.side;
        if (Math.abs(y - row) === ring) {
          this.lookInto(start + left, start + right, { target, found, among });
        } else {
          // Of the rows between the outermost, only both ends are new.
          const inRing = { target, found, among };
          if (column - ring >= 0) this.lookInto(start + left, start + left, inRing);
          if (column + ring <= last) this.lookInto(start + right, start + right, inRing);
        }
      }
      const clearance = Math.min(this.clearance(target.valence, ring), this.clearance(target.arousal, ring));
      if (found.cutoff < clearance * clearance) return;
    }
  }

  /** Offers the points of the cells from `first` to `last`. */
  private lookInto(first: number, last: number, { target, found, among }: Look): void {
    const { cells, next, points, trackIds } = this;
    const { valence, arousal } = target;
    for (let cell = first; cell <= last; cell++) {
      for (let slot = cells[cell]; slot !== none; slot = next[slot]) {
        const dValence = points[2 * slot] - valence;
        const dArousal = points[2 * slot + 1] - arousal;
        const square = dValence * dValence + dArousal * dArousal;
        if (square > found.cutoff || (among && !among.has(trackIds[slot]))) continue;
        found.offer(trackIds[slot], square);
      }
    }
  }

  /** How far a coordinate lies from what `ring` rings leave unseen on either side; Infinity where they leave nothing. */
  private clearance(coordinate: number, ring: number): number {
    const width = 2 / this.side;
    const line = this.lineOf(coordinate);
    const below = line - ring > 0 ? coordinate + 1 - (line - ring) * width : Infinity;
    const above = line + ring < this.side - 1 ? (line + ring + 1) * width - 1 - coordinate : Infinity;
    return Math.max(0, Math.min(below, above) - borderTolerance);
  }

  private slotOf(trackId: number): number {
    return trackId < this.slots.length ? this.slots[trackId] : none;
  }

  private cellOf(valence: number, arousal: number): number {
    return this.lineOf(arousal) * this.side + this.lineOf(valence);
  }

  private lineOf(coordinate: number): number {
    return lineOf(coordinate, this.side);
  }

  private place(slot: number, trackId: number, { valence, arousal }: PlanePoint): void {
    const cell = this.cellOf(valence, arousal);
    this.trackIds[slot] = trackId;
    this.points[2 * slot] = valence;
    this.points[2 * slot + 1] = arousal;
    this.next[slot] = this.cells[cell];
    this.cells[cell] = slot;
    this.slots[trackId] = slot;
  }

  /** Makes room for `capacity` points and cells to match, and places the points there are cell by cell. */
  private layOut(capacity: number): void {
    const old = { cells: this.cells, next: this.next, points: this.points, trackIds: this.trackIds };
    const slotCount = Math.max(capacity, fewestSlots);
    const side = Math.max(1, Math.round(Math.sqrt(slotCount / pointsPerCell)));
    const order = this.slotsByCell(side);
    this.side = side;
    this.cells = new Int32Array(side * side).fill(none);
    this.trackIds = new Int32Array(slotCount);
    this.points = new Float64Array(2 * slotCount);
    this.next = new Int32Array(slotCount);
    order.forEach((from, slot) => {
      const [valence, arousal] = [old.points[2 * from], old.points[2 * from + 1]];
      this.place(slot, old.trackIds[from], { valence, arousal });
    });
    this.free = none;
    for (let slot = slotCount - 1; slot >= order.length; slot--) {
      this.next[slot] = this.free;
      this.free = slot;
    }
  }

  /** The taken slots in the order of their cells on a grid of `side` cells a side, by counting. */
  private slotsByCell(side: number): Int32Array {
    const taken = this.slots.filter((slot) => slot !== none);
    const cells = taken.map(
      (slot) => lineOf(this.points[2 * slot + 1], side) * side + lineOf(this.points[2 * slot], side),
    );
    const places = new Int32Array(side * side + 1);
    for (const cell of cells) places[cell + 1]++;
    for (let cell = 0; cell < side * side; cell++) places[cell + 1] += places[cell];
    const order = new Int32Array(taken.length);
    cells.forEach((cell, index) => (order[places[cell]++] = taken[index]));
    return order;
  }
}

/** The column of a valence, or the row of an arousal, on a grid of `side` cells a side. */
function lineOf(coordinate: number, side: number): number {
  return Math.min(side - 1, Math.floor(((coordinate + 1) / 2) * side));
}

function enlarged(slots: Int32Array, length: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(length).fill(none);
  longer.set(slots);
  return longer;
}
