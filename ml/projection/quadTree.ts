/** Places that so many halvings do not part are one. */
const mostDepth = 40;

/**
 * A square cut into four again and again until each part holds one place (Barnes and Hut 1986), so that many far places
 * can be told from their number and their mean. Its memory is kept when it is built anew.
 */
export class QuadTree {
  /** Of each cell, the square itself first: the first of its four parts, or -1 where it is not cut. */
  parts = new Int32Array(0);
  /** How many places it holds, and their mean. */
  counts = new Int32Array(0);
  meanX = new Float64Array(0);
  meanY = new Float64Array(0);
  sides = new Float64Array(0);
  /** The uncut cell in which each place lies. */
  cellOf = new Int32Array(0);
  private middleX = new Float64Array(0);
  private middleY = new Float64Array(0);
  /** The place in an uncut cell. */
  private placeIn = new Int32Array(0);
  private cells = 0;

  /** @param places [2n]: x and y of each in turn, at least one */
  build(places: Float64Array): void {
    const count = places.length / 2;
    if (this.cellOf.length < count) {
      this.cellOf = new Int32Array(count);
      this.makeRoom(8 * count);
    }
    this.cells = 0;
    this.addCell(...squareAround(places));
    for (let place = 0; place < count; place++) this.insert(place, places[2 * place], places[2 * place + 1]);
    // Sums up to here.
    for (let cell = 0; cell < this.cells; cell++) {
      this.meanX[cell] /= this.counts[cell];
      this.meanY[cell] /= this.counts[cell];
    }
  }

  /** Goes down to the cell where a place belongs; a cell that holds another is cut. */
  private insert(place: number, x: number, y: number): void {
    let cell = 0;
    for (let depth = 0; ; depth++) {
      if (this.parts[cell] < 0 && this.counts[cell] > 0 && depth < mostDepth) this.cut(cell);
      this.counts[cell]++;
      this.meanX[cell] += x;
      this.meanY[cell] += y;
      if (this.parts[cell] < 0) break;
      cell = this.partAt(cell, x, y);
    }
    this.cellOf[place] = cell;
    this.placeIn[cell] = place;
  }

  /** Cuts a cell of one place into four, and hands the place on to its part. */
  private cut(cell: number): void {
    this.makeRoom(this.cells + 4);
    const quarter = this.sides[cell] / 4;
    this.parts[cell] = this.cells;
    for (const [right, down] of quarters)
      this.addCell(this.middleX[cell] + right * quarter, this.middleY[cell] + down * quarter, 2 * quarter);
    const part = this.partAt(cell, this.meanX[cell], this.meanY[cell]);
    this.counts[part] = 1;
    this.meanX[part] = this.meanX[cell];
    this.meanY[part] = this.meanY[cell];
    this.placeIn[part] = this.placeIn[cell];
    this.cellOf[this.placeIn[cell]] = part;
  }

  private partAt(cell: number, x: number, y: number): number {
    return this.parts[cell] + (x > this.middleX[cell] ? 1 : 0) + (y > this.middleY[cell] ? 2 : 0);
  }

  private addCell(middleX: number, middleY: number, side: number): void {
    const cell = this.cells++;
    this.parts[cell] = -1;
    this.counts[cell] = 0;
    this.meanX[cell] = 0;
    this.meanY[cell] = 0;
    this.sides[cell] = side;
    this.middleX[cell] = middleX;
    this.middleY[cell] = middleY;
  }

  private makeRoom(cells: number): void {
    if (cells <= this.parts.length) return;
    const room = Math.max(cells, 2 * this.parts.length);
    for (const name of ['parts', 'counts', 'placeIn'] as const)
      this[name] = grown(this[name], new Int32Array(room));
    for (const name of ['meanX', 'meanY', 'sides', 'middleX', 'middleY'] as const)
      this[name] = grown(this[name], new Float64Array(room));
  }
}

/** The four parts in their order, from the middle of the whole. */
const quarters = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
] as const;

function grown<Values extends Int32Array | Float64Array>(values: Values, room: Values): Values {
  room.set(values);
  return room;
}

/** Middle and side of the least square that holds all places. */
function squareAround(places: Float64Array): [middleX: number, middleY: number, side: number] {
  const [least, most] = [
    [Infinity, Infinity],
    [-Infinity, -Infinity],
  ];
  places.forEach((value, at) => {
    least[at % 2] = Math.min(least[at % 2], value);
    most[at % 2] = Math.max(most[at % 2], value);
  });
  return [
    (least[0] + most[0]) / 2,
    (least[1] + most[1]) / 2,
    Math.max(most[0] - least[0], most[1] - least[1]),
  ];
}
