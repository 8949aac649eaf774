import { monoMix } from '../filter/monoMix';
import { Resampler } from '../filter/resampler';
import { stereoMix } from '../filter/stereoMix';
import { type PcmChunk } from '../pcm';

/** What is the same all through decoded sound. */
export interface SoundFormat {
  channelCount: number;
  sampleRateHz: number;
}

/**
 * Brings sound whose channels or rate change midway to one format. Fewer channels come by mixing; what has fewer
 * comes on both sides where it is one, and else left and right of more, the others silent.
 */
export class SteadySound {
  private resamplers: Resampler[] = [];
  private fromHz: number;

  constructor(private readonly format: SoundFormat) {
    this.fromHz = format.sampleRateHz;
  }

  /** The next stretch, and before it what was held back of another rate. */
  *push(chunk: PcmChunk): Generator<PcmChunk, void, undefined> {
    const { channelCount, sampleRateHz } = this.format;
    if (chunk.sampleRateHz !== this.fromHz) yield* this.changeRate(chunk.sampleRateHz);
    const channels = withChannels(chunk, channelCount);
    if (this.resamplers.length === 0) yield { channels, sampleRateHz };
    else yield* this.soundOf(channels.map((samples, i) => this.resamplers[i].push(samples)));
  }

  /** What was held back at the end. */
  *flush(): Generator<PcmChunk, void, undefined> {
    if (this.resamplers.length > 0) yield* this.soundOf(this.resamplers.map((each) => each.flush()));
  }

  private *changeRate(fromHz: number): Generator<PcmChunk, void, undefined> {
    yield* this.flush();
    const { channelCount, sampleRateHz } = this.format;
    this.fromHz = fromHz;
    const count = fromHz === sampleRateHz ? 0 : channelCount;
    this.resamplers = Array.from({ length: count }, () => new Resampler(fromHz, sampleRateHz));
  }

  private *soundOf(channels: Float32Array[]): Generator<PcmChunk, void, undefined> {
    if (channels[0].length > 0) yield { channels, sampleRateHz: this.format.sampleRateHz };
  }
}

function withChannels(chunk: PcmChunk, count: number): Float32Array[] {
  const { channels } = chunk;
  if (channels.length === count) return channels;
  const sides = stereoMix(chunk).channels;
  if (count === 1) return [monoMix(sides)];
  const [left, right = left] = sides;
  return [left, right, ...Array.from({ length: count - 2 }, () => new Float32Array(left.length))];
}
