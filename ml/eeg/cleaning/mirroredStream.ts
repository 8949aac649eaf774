/**
 * Samples of some channels that a filter still needs, with its reach before the first and after the last: there the
 * signal is continued by its own mirror image, turned about the end (2 x[0] - x[i]), and by zeros beyond that
 * (`reflect_limited` of MNE-Python, `antireflect` of SciPy). Memory follows the largest block, not the recording.
 */
export class MirroredStream {
  private readonly buffers: Float64Array[];
  private start: number;
  /** Samples that were pushed, and how many of all lie in the buffers. */
  private total = 0;
  private length = 0;
  private begun = false;

  /** @param reach samples on either side of an output that matter to it */
  constructor(
    channels: number,
    private readonly reach: number,
  ) {
    this.start = reach;
    this.buffers = Array.from({ length: channels }, () => new Float64Array(2 * reach + 1024));
  }

  /** How many samples are there to be filtered. */
  get held(): number {
    return this.begun ? this.length : 0;
  }

  /** The samples of a channel that are there; the next call that changes the stream moves them. */
  samplesOf(channel: number): Float64Array {
    return this.buffers[channel].subarray(this.start, this.start + this.held);
  }

  push(block: readonly Float64Array[]): void {
    const added = block[0]?.length ?? 0;
    this.makeRoom(added);
    this.buffers.forEach((buffer, channel) => buffer.set(block[channel], this.start + this.length));
    this.length += added;
    this.total += added;
    if (!this.begun && this.total > this.reach) this.begin();
  }

  /** Continues the signal beyond its end. */
  end(): void {
    if (!this.begun) this.begin();
    this.makeRoom(this.reach);
    const last = this.start + this.length - 1;
    for (const buffer of this.buffers)
      for (let away = 1; away <= this.reach; away++)
        buffer[last + away] = away < this.total ? 2 * buffer[last] - buffer[last - away] : 0;
    this.length += this.reach;
  }

  /** Drops so many of the first samples that are held. */
  drop(count: number): void {
    this.start += count;
    this.length -= count;
  }

  private begin(): void {
    for (const buffer of this.buffers)
      for (let away = 1; away <= this.reach; away++)
        buffer[this.start - away] =
          away < this.total ? 2 * buffer[this.start] - buffer[this.start + away] : 0;
    this.start -= this.reach;
    this.length += this.reach;
    this.begun = true;
  }

  /** Room for more samples behind those that are there, and before the first one for those that lie before it. */
  private makeRoom(added: number): void {
    const first = this.begun ? 0 : this.reach;
    const needed = first + this.length + added;
    const isShort = needed > this.buffers[0].length;
    if (!isShort && this.start + this.length + added <= this.buffers[0].length) return;
    this.buffers.forEach((buffer, channel) => {
      const target = isShort ? new Float64Array(Math.ceil(1.2 * needed)) : buffer;
      target.set(buffer.subarray(this.start, this.start + this.length), first);
      this.buffers[channel] = target;
    });
    this.start = first;
  }
}
