/** Numbers that come one by one, four bytes each. */
export class GrowingCurve {
  private values = new Float32Array(4096);
  private count = 0;

  push(value: number): void {
    if (this.count === this.values.length) {
      const wider = new Float32Array(2 * this.count);
      wider.set(this.values);
      this.values = wider;
    }
    this.values[this.count++] = value;
  }

  /** All so far, in double precision. */
  all(): Float64Array {
    return Float64Array.from(this.values.subarray(0, this.count));
  }
}
