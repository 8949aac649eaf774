/**
 * The samples a streaming filter still needs, in one contiguous array: appended at the end, dropped from the
 * front. Memory follows the largest piece appended, not the length of the stream.
 */
export class SampleQueue {
  /** Storage; the queue is `samples[start .. start + length)`. */
  samples: Float32Array;
  start = 0;
  length: number;
  /** Samples to be dropped that have not arrived yet. */
  private owed = 0;

  /** @param zeros - how many zeros the queue holds at first */
  constructor(zeros = 0) {
    this.samples = new Float32Array(Math.max(1024, 2 * zeros));
    this.length = zeros;
  }

  append(input: Float32Array): void {
    const skipped = Math.min(this.owed, input.length);
    this.owed -= skipped;
    const added = skipped > 0 ? input.subarray(skipped) : input;
    if (this.start + this.length + added.length > this.samples.length) this.makeRoom(added.length);
    this.samples.set(added, this.start + this.length);
    this.length += added.length;
  }

  /** Drops `count` samples from the front, those still to come included. */
  drop(count: number): void {
    const present = Math.min(count, this.length);
    this.owed += count - present;
    this.start += present;
    this.length -= present;
  }

  private makeRoom(added: number): void {
    const held = this.samples.subarray(this.start, this.start + this.length);
    const needed = this.length + added;
    const target = needed > this.samples.length ? new Float32Array(2 * needed) : this.samples;
    target.set(held, 0);
    this.samples = target;
    this.start = 0;
  }
}
