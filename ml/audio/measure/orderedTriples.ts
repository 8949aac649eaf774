/*
 * Medians of whole numbers that are not negative, without a branch: which of two is the greater cannot be foretold, and
 * a wrong guess of the processor takes longer than all of this. The bits of a float32 that is not negative, read as a
 * whole number, are in the float's order.
 */

const lesser = (a: number, b: number): number => b + ((a - b) & ((a - b) >> 31));
const greater = (a: number, b: number): number => a - ((a - b) & ((a - b) >> 31));

function median3(a: number, b: number, c: number): number {
  return greater(lesser(a, b), lesser(greater(a, b), c));
}

/** Triples of numbers, each in order: least[i] <= middle[i] <= most[i]. */
export class OrderedTriples {
  private readonly least: Int32Array;
  private readonly middle: Int32Array;
  private readonly most: Int32Array;

  constructor(private readonly count: number) {
    this.least = new Int32Array(count);
    this.middle = new Int32Array(count);
    this.most = new Int32Array(count);
  }

  /** Makes triple i of first[i], second[i] and third[i]. */
  set(first: Int32Array, second: Int32Array, third: Int32Array): void {
    const { least, middle, most } = this;
    for (let i = 0; i < this.count; i++) {
      const low = lesser(first[i], second[i]);
      const high = greater(first[i], second[i]);
      const next = lesser(high, third[i]);
      most[i] = greater(high, third[i]);
      least[i] = lesser(low, next);
      middle[i] = greater(low, next);
    }
  }

  /** Writes the medians of nine: of these triples' numbers and of those of two others in the same places (Smith 1996). */
  mediansOfNine(b: OrderedTriples, c: OrderedTriples, medians: Int32Array): void {
    for (let i = 0; i < this.count; i++) {
      medians[i] = median3(
        greater(greater(this.least[i], b.least[i]), c.least[i]),
        median3(this.middle[i], b.middle[i], c.middle[i]),
        lesser(lesser(this.most[i], b.most[i]), c.most[i]),
      );
    }
  }

  /**
   * Writes the medians of seven: of triples i and i + 3 and of others[i + 6], for as many i as there is room. The least
   * and the greatest of the triples' numbers cannot be it, and of the five left, four are taken in pairs.
   */
  mediansOfSeven(others: Int32Array, medians: Int32Array): void {
    const { least, middle, most } = this;
    for (let i = 0; i < medians.length; i++) {
      const low = greater(least[i], least[i + 3]);
      const high = lesser(most[i], most[i + 3]);
      const below = greater(lesser(low, high), lesser(middle[i], middle[i + 3]));
      const above = lesser(greater(low, high), greater(middle[i], middle[i + 3]));
      medians[i] = median3(below, others[i + 6], above);
    }
  }
}
