import { GatedMean } from './gatedMean';
import type { FrontEnd, SoundWindow, WindowStream } from './frontEnds/soundWindow';

/**
 * Embeds one track: its sound is cut into the front end's windows, each goes through the network, and the track's
 * embedding is the mean of their vectors, in which windows of silence count little (`GatedMean`).
 */
export class TrackEmbedder {
  private readonly stream: WindowStream;
  private readonly mean = new GatedMean();
  private waiting: SoundWindow[] = [];

  constructor(
    frontEnd: FrontEnd,
    private readonly embed: (windows: Float32Array[]) => Promise<Float32Array[]>,
    private readonly windowsAtOnce: number,
  ) {
    this.stream = frontEnd.stream();
  }

  /** The next samples at the front end's rate, in pieces of any size. Await it before the next. */
  async push(mono: Float32Array): Promise<void> {
    this.waiting.push(...this.stream.push(mono));
    while (this.waiting.length >= this.windowsAtOnce) await this.embedSome();
  }

  /**
   * The embedding of all that was pushed.
   * @throws RangeError where that was nothing, or where the network answers with zeros, which are like nothing.
   */
  async finish(): Promise<Float32Array> {
    this.waiting.push(...this.stream.flush());
    while (this.waiting.length > 0) await this.embedSome();
    const mean = this.mean.finish();
    if (!mean.some((value) => value !== 0))
      throw new RangeError('invalid embedding: only zeros (the network has no answer to this sound)');
    return mean;
  }

  private async embedSome(): Promise<void> {
    const windows = this.waiting.splice(0, this.windowsAtOnce);
    const vectors = await this.embed(windows.map(({ values }) => values));
    vectors.forEach((vector, i) => this.mean.add(vector, windows[i].power));
  }
}
