/**
 * Room for what a step makes of some channels, written over by the next block: memory that is set aside anew for each
 * block is given back late, and an hour has many.
 */
export class OutputBuffers {
  private buffers: Float64Array[];

  constructor(channels: number) {
    this.buffers = Array.from({ length: channels }, () => new Float64Array(0));
  }

  /** So many numbers for each channel, whatever stands in them. */
  take(count: number): Float64Array[] {
    if (this.buffers.some(({ length }) => length < count))
      this.buffers = this.buffers.map(() => new Float64Array(Math.ceil(1.2 * count)));
    return this.buffers.map((buffer) => buffer.subarray(0, count));
  }
}
