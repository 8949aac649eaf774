import frontEnd from './frontEnd.json';
import definition from './rhythm.json';
import { SlidingMedians } from './slidingMedians';

const { cellFrames, cellBands, cellsAlongTime, cellsAcrossBands, percussiveMargin } = definition;
const bands = frontEnd.melBands / cellBands;
const size = 2 * cellsAlongTime + 1;

/** Told, row after row, the mean amplitude of its cells and how much of it is percussive. */
type HearRow = (percussive: number, amplitude: number) => void;

/**
 * How much of the sound is strokes, streamed: of cells of two frames by two bands, each is percussive as far as the
 * median power over the bands around it exceeds that over the time around it by a margin of 6 dB, softly (FitzGerald
 * 2010, Driedger et al. 2014). Rows are told 0.13 s late; a last frame without a second one has no cell.
 */
export class PercussiveCells {
  /** The last rows of cells, and their medians over bands, each in the place of row % size. */
  private readonly rows = Array.from({ length: size }, () => new Float64Array(bands));
  private readonly acrossBands = this.rows.map(() => new Float64Array(bands));
  private readonly alongTime = new SlidingMedians(bands, size);
  private readonly besides = new SlidingMedians(1, 2 * cellsAcrossBands + 1);
  private readonly cells = new Float64Array(bands);
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
    this.cells.set(this.rows[(this.count - 1) % size]);
    for (let row = 0; row < cellsAlongTime; row++) this.place();
  }

  /** Takes the cells as the next row and tells the one in the middle of the window. */
  private place(): void {
    const { rows, cells, alongTime } = this;
    const place = this.count % size;
    for (let band = 0; band < bands; band++) {
      if (this.count === 0) alongTime.fill(band, cells[band]);
      else alongTime.exchange(band, rows[place][band], cells[band]);
    }
    if (this.count === 0) rows.forEach((row) => row.set(cells));
    rows[place].set(cells);
    this.measureBesides(this.acrossBands[place]);
    if (this.count >= cellsAlongTime) this.tell((this.count - cellsAlongTime) % size);
    this.count++;
  }

  /** Medians of the cells over the bands around each; beyond the outermost bands all is as there. */
  private measureBesides(medians: Float64Array): void {
    const { cells, besides } = this;
    besides.fill(0, cells[0]);
    for (let band = 1; band <= cellsAcrossBands; band++) besides.exchange(0, cells[0], cells[band]);
    medians[0] = besides.median(0);
    for (let band = 1; band < bands; band++) {
      const gone = cells[Math.max(0, band - 1 - cellsAcrossBands)];
      besides.exchange(0, gone, cells[Math.min(bands - 1, band + cellsAcrossBands)]);
      medians[band] = besides.median(0);
    }
  }

  private tell(place: number): void {
    const [row, acrossBands] = [this.rows[place], this.acrossBands[place]];
    let percussive = 0;
    let total = 0;
    for (let band = 0; band < bands; band++) {
      const struck = acrossBands[band] ** 2;
      const held = (percussiveMargin * this.alongTime.median(band)) ** 2;
      const amplitude = Math.sqrt(row[band]);
      percussive += (amplitude * struck) / (held + struck + 1e-12);
      total += amplitude;
    }
    this.hearRow(percussive / bands, total / bands);
  }
}
