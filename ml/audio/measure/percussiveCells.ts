import frontEnd from './frontEnd.json';
import { OrderedTriples } from './orderedTriples';
import definition from './rhythm.json';

const { cellFrames, cellBands, cellsAlongTime, cellsAcrossBands, percussiveMargin } = definition;
const bands = frontEnd.melBands / cellBands;
/** Rows in the window of time: nine, three triples. */
const size = 2 * cellsAlongTime + 1;

/** Told, row after row, the mean amplitude of its cells and how much of it is percussive. */
type HearRow = (percussive: number, amplitude: number) => void;

/** Numbers and, in the same memory, their bits. */
interface Row {
  values: Float32Array;
  bits: Int32Array;
}

function emptyRow(length: number): Row {
  const values = new Float32Array(length);
  return { values, bits: new Int32Array(values.buffer) };
}

/**
 * How much of the sound is strokes, streamed: of cells of two frames by two bands, each is percussive as far as the
 * median power over the seven bands around it exceeds that over the nine moments around it by a margin of 6 dB, softly
 * (FitzGerald 2010, Driedger et al. 2014). Rows are told 0.13 s late; a last frame without a second one has no cell.
 */
export class PercussiveCells {
  /** The last rows of cells, their medians over bands, and the triples of rows that end there: row % size. */
  private readonly rows = Array.from({ length: size }, () => emptyRow(bands));
  private readonly acrossBands = this.rows.map(() => emptyRow(bands));
  private readonly triples = this.rows.map(() => new OrderedTriples(bands));
  private readonly alongTime = emptyRow(bands);
  /** The cells at hand; beyond the outermost bands all is as there. */
  private readonly widened = emptyRow(bands + 2 * cellsAcrossBands);
  private readonly cells = this.widened.values.subarray(cellsAcrossBands, cellsAcrossBands + bands);
  private readonly neighbours = new OrderedTriples(bands + cellsAcrossBands);
  private frames = 0;
  private count = 0;

  constructor(private readonly hearRow: HearRow) {}

  /** @param power - of the next frame's bands, [96] */
  push(power: Float64Array): void {
    const { cells } = this;
    for (let cell = 0, band = 0; cell < bands; cell++) {
      let sum = 0;
      for (const end = band + cellBands; band < end; band++) sum += power[band];
      cells[cell] += sum / (cellFrames * cellBands);
    }
    if (++this.frames % cellFrames > 0) return;
    this.place();
    cells.fill(0);
  }

  /** Tells the last rows, as if the last one lasted. */
  finish(): void {
    if (this.count === 0) return;
    this.cells.set(this.row(this.count - 1).values);
    for (let row = 0; row < cellsAlongTime; row++) this.place();
  }

  /** Takes the cells as the next row and tells the one in the middle of the window. */
  private place(): void {
    if (this.count === 0) this.begin();
    this.row(this.count).values.set(this.cells);
    this.endTriples(this.count);
    this.measureAcrossBands();
    if (this.count >= cellsAlongTime) this.tell();
    this.count++;
  }

  /** What was before the first row is as it. */
  private begin(): void {
    for (const { values } of this.rows) values.set(this.cells);
    this.rows.forEach((_, row) => this.endTriples(row));
  }

  private row(row: number): Row {
    return this.rows[(row + size) % size];
  }

  private endTriples(row: number): void {
    this.triples[row % size].set(this.row(row).bits, this.row(row - 1).bits, this.row(row - 2).bits);
  }

  private measureAcrossBands(): void {
    const { widened, cells, neighbours } = this;
    widened.values.fill(cells[0], 0, cellsAcrossBands);
    widened.values.fill(cells[bands - 1], cellsAcrossBands + bands);
    neighbours.set(widened.bits, widened.bits.subarray(1), widened.bits.subarray(2));
    neighbours.mediansOfSeven(widened.bits, this.acrossBands[this.count % size].bits);
  }

  private tell(): void {
    const [now, three, six] = [0, 3, 6].map((before) => this.triples[(this.count + size - before) % size]);
    now.mediansOfNine(three, six, this.alongTime.bits);
    const middle = (this.count - cellsAlongTime) % size;
    const [row, acrossBands] = [this.rows[middle].values, this.acrossBands[middle].values];
    let percussive = 0;
    let total = 0;
    for (let band = 0; band < bands; band++) {
      const struck = acrossBands[band] ** 2;
      const held = (percussiveMargin * this.alongTime.values[band]) ** 2;
      const amplitude = Math.sqrt(row[band]);
      percussive += (amplitude * struck) / (held + struck + 1e-12);
      total += amplitude;
    }
    this.hearRow(percussive / bands, total / bands);
  }
}
