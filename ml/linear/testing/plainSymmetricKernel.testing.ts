import { type SymmetricKernel } from '../symmetricKernel';
import { panelRows, symmetricLayout } from '../symmetricMemory';

/** The kernel in plain loops, with the same sums in the same order. */
export class PlainSymmetricKernel implements SymmetricKernel {
  readonly layout;
  readonly memory;

  constructor(rows: number) {
    this.layout = symmetricLayout(rows);
    this.memory = new Float64Array(this.layout.length);
  }

  updateAndMultiply(count: number): void {
    for (let row = 0; row < count; row += 2) {
      const sums = [this.updateRow(row, row), this.updateRow(row + 1, row)];
      this.addProducts(row);
      this.updateCorner(row, sums);
    }
  }

  reflectPanels(): void {
    const { size, factors } = this.layout;
    for (let panel = 0; panel < this.layout.panelCount; panel++) {
      for (let row = panel * panelRows + 1; row < size; row++) {
        if (this.memory[factors + row] === 0) continue;
        for (let lane = 0; lane < panelRows; lane++) this.reflect(this.panelAt(panel) + lane, row);
      }
    }
  }

  rotatePanels(sweepCount: number): void {
    for (let panel = 0; panel < this.layout.panelCount; panel++) {
      for (let sweep = 0, rotation = 0; sweep < sweepCount; sweep++) {
        const [first, count] = this.memory.subarray(this.layout.sweeps + 2 * sweep);
        for (let turn = 0; turn < count; turn++, rotation++) {
          for (let lane = 0; lane < panelRows; lane++) {
            this.rotate(this.panelAt(panel) + (first - turn) * panelRows + lane, rotation);
          }
        }
      }
    }
  }

  private panelAt(panel: number): number {
    return this.layout.panels + panel * this.layout.rowLength * panelRows;
  }

  private vectors(): Float64Array[] {
    const { vectors, rowLength } = this.layout;
    return [0, 1, 2, 3].map((vector) =>
      this.memory.subarray(vectors + vector * rowLength).subarray(0, rowLength),
    );
  }

  /** Updates what lies left of `end` in a row; its product with the reflector in two sums. */
  private updateRow(row: number, end: number): number {
    const [reflector, lastReflector, lastUpdate] = this.vectors();
    const sums = [0, 0];
    for (let column = 0; column < end; column++) {
      const value = this.updated(row, column, { lastReflector, lastUpdate });
      sums[column % 2] += value * reflector[column];
    }
    return sums[0] + sums[1];
  }

  private updated(
    row: number,
    column: number,
    { lastReflector, lastUpdate }: { lastReflector: Float64Array; lastUpdate: Float64Array },
  ): number {
    const at = row * this.layout.rowLength + column;
    this.memory[at] =
      this.memory[at] - lastReflector[row] * lastUpdate[column] - lastUpdate[row] * lastReflector[column];
    return this.memory[at];
  }

  /** What two rows stand for above the diagonal. */
  private addProducts(row: number): void {
    const [reflector, , , product] = this.vectors();
    const at = row * this.layout.rowLength;
    for (let column = 0; column < row; column++) {
      product[column] += this.memory[at + column] * reflector[row];
      product[column] += this.memory[at + this.layout.rowLength + column] * reflector[row + 1];
    }
  }

  private updateCorner(row: number, [first, second]: number[]): void {
    const [reflector, lastReflector, lastUpdate, product] = this.vectors();
    const last = { lastReflector, lastUpdate };
    const [top, side, bottom] = [
      this.updated(row, row, last),
      this.updated(row + 1, row, last),
      this.updated(row + 1, row + 1, last),
    ];
    product[row] = first + top * reflector[row] + side * reflector[row + 1];
    product[row + 1] = second + side * reflector[row] + bottom * reflector[row + 1];
  }

  private reflect(panel: number, row: number): void {
    const reflector = this.memory.subarray(row * this.layout.rowLength).subarray(0, row);
    let sum = 0;
    for (let k = 0; k < row; k++) sum += reflector[k] * this.memory[panel + k * panelRows];
    sum *= this.memory[this.layout.factors + row];
    for (let k = 0; k < row; k++) this.memory[panel + k * panelRows] -= reflector[k] * sum;
  }

  /** Turns a pair of values in neighbouring columns, the one at `upper` and the one before it. */
  private rotate(upper: number, rotation: number): void {
    const [cosine, sine] = this.memory.subarray(this.layout.rotations + 2 * rotation);
    const [left, right] = [this.memory[upper - panelRows], this.memory[upper]];
    this.memory[upper] = sine * left + cosine * right;
    this.memory[upper - panelRows] = cosine * left - sine * right;
  }
}
