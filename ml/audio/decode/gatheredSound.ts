import { type WasmSound } from './wasmStream';

/** The sound of frames or packets that came together, channel by channel, in arrays that are used again. */
export class GatheredSound {
  private channels: Float32Array[] = [];
  private length = 0;

  /** Samples gathered, all channels counted. */
  get samples(): number {
    return this.length * this.channels.length;
  }

  /**
   * Writes the channels of a frame or packet, as many and as long as each other, behind what is gathered; as many as
   * before, unless nothing is.
   */
  add(channels: readonly Float32Array[]): void {
    if (this.length === 0) this.channels = this.channels.slice(0, channels.length);
    const length = this.length + channels[0].length;
    channels.forEach((samples, channel) => this.roomFor(channel, length).set(samples, this.length));
    this.length = length;
  }

  /** A copy of what is gathered, which begins anew. */
  take(sampleRate: number): WasmSound {
    const samplesDecoded = this.length;
    this.length = 0;
    const channelData = this.channels.map((channel) => channel.slice(0, samplesDecoded));
    return { channelData, samplesDecoded, sampleRate };
  }

  private roomFor(channel: number, length: number): Float32Array {
    const present = this.channels[channel] ?? new Float32Array(0);
    if (present.length >= length) return present;
    const larger = new Float32Array(2 * length);
    larger.set(present);
    this.channels[channel] = larger;
    return larger;
  }
}
