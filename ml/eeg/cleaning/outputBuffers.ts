/**
 * Room for what a step makes of some channels, written over by the next block: memory that is set aside anew for each
 * block is given back late, and an hour has many. Views of it are kept as well, as most blocks are of one length.
 */
export class OutputBuffers {
  private readonly views: Float64Array[];

  constructor(channels: number) {
    this.views = Array.from({ length: channels }, () => new Float64Array(0));
  }

  /** So many numbers for one channel, whatever stands in them. */
  of(channel: number, count: number): Float64Array {
    const view = this.views[channel];
    if (view.length === count) return view;
    if (count === 0) return nothing;
    const isRoom = view.buffer.byteLength >= count * Float64Array.BYTES_PER_ELEMENT;
    const { buffer } = isRoom ? view : new Float64Array(Math.ceil(1.2 * count));
    this.views[channel] = new Float64Array(buffer, 0, count);
    return this.views[channel];
  }

  /** So many numbers for each channel, whatever stands in them. */
  take(count: number): Float64Array[] {
    return this.views.map((_, channel) => this.of(channel, count));
  }
}

const nothing = new Float64Array(0);
