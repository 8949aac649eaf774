import { joinedSamples } from '@/ml/audio/joinedSamples';
import { stretchEngine, type StretchEngine } from './stretchEngine';

/** Samples that come out at once. */
const blockSamples = 4096;

/** What sound is stretched. */
export interface StretchedFormat {
  channels: number;
  sampleRateHz: number;
  /** How many times longer it becomes; 0.5 to 2. */
  stretch: number;
}

/**
 * Makes sound longer or shorter at its own pitch, piece by piece: the moment t of what goes in comes out at t times the
 * stretch. (Spectral, as Luff, "The design of Signalsmith Stretch", 2023.)
 */
export class Stretcher {
  /** What went in and is not yet taken, one array a channel. */
  private waiting: Float32Array[];
  private taken = 0;
  private made = 0;
  private received = 0;
  private isBegun = false;
  private readonly address: number;
  private readonly room: number;

  private constructor(
    private readonly engine: StretchEngine,
    private readonly format: StretchedFormat,
  ) {
    const { channels, sampleRateHz } = format;
    engine._presetDefault(channels, sampleRateHz);
    this.room = Math.max(engine._inputLatency(), 4 * blockSamples);
    this.address = engine._setBuffers(channels, this.room);
    this.waiting = Array.from({ length: channels }, () => new Float32Array(0));
  }

  static async open(format: StretchedFormat): Promise<Stretcher> {
    return new Stretcher(await stretchEngine(), format);
  }

  /** The next samples of every channel; returns what is complete of the stretched sound. */
  push(channels: readonly Float32Array[]): Float32Array[] {
    this.received += channels[0].length;
    this.waiting = this.waiting.map((before, channel) => joinedSamples([before, channels[channel]]));
    return this.make();
  }

  /** What is left, so that the whole is as long as it is to be. */
  flush(): Float32Array[] {
    const { stretch } = this.format;
    const length = Math.round(this.received * stretch) - this.heard();
    const silence = new Float32Array(2 * (this.engine._inputLatency() + 3 * blockSamples));
    this.waiting = this.waiting.map((before) => joinedSamples([before, silence]));
    return this.make().map((samples) => samples.subarray(0, length));
  }

  /** How much of the stretched sound has come out: the engine's first samples are from before its beginning. */
  private heard(): number {
    return Math.max(0, this.made - this.engine._outputLatency());
  }

  private make(): Float32Array[] {
    const { engine } = this;
    if (!this.isBegun) {
      if (this.waiting[0].length < engine._inputLatency()) return this.waiting.map(() => new Float32Array(0));
      engine._seek(this.take(engine._inputLatency()), 1 / this.format.stretch);
      this.isBegun = true;
    }
    const parts: Float32Array[][] = [];
    for (let count = this.needed(); count <= this.waiting[0].length; count = this.needed()) {
      engine._process(this.take(count), blockSamples);
      const late = Math.max(0, Math.min(blockSamples, engine._outputLatency() - this.made));
      parts.push(this.comeOut().map((samples) => samples.slice(late)));
      this.made += blockSamples;
    }
    return this.waiting.map((_, channel) => joinedSamples(parts.map((part) => part[channel])));
  }

  /** What must go in for the next block to come out. */
  private needed(): number {
    const until = Math.round((this.made + blockSamples) / this.format.stretch) + this.engine._inputLatency();
    return until - this.taken;
  }

  private take(count: number): number {
    this.waiting = this.waiting.map((samples, channel) => {
      this.view(channel, count).set(samples.subarray(0, count));
      return samples.subarray(count);
    });
    this.taken += count;
    return count;
  }

  private comeOut(): Float32Array[] {
    const { channels } = this.format;
    return this.waiting.map((_, channel) => this.view(channels + channel, blockSamples));
  }

  private view(place: number, count: number): Float32Array {
    return new Float32Array(this.engine.HEAP8.buffer, this.address + 4 * this.room * place, count);
  }
}
