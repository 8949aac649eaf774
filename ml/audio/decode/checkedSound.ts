import { AudioError } from '../audioError';
import { mostSampleRateHz } from '../filter/resampler';
import { largestMagnitude } from '../measure/largestMagnitude';
import { type PcmChunk } from '../pcm';
import { SteadySound } from './steadySound';

const mostChannels = 8;
const lowestSampleRateHz = 8000;

/** Faster sound, which is what the one-bit recordings of DSD become, is brought down to a rate that holds all of it. */
const highestKeptRateHz = 384_000;
const reducedRateHz = 192_000;

/** Sixty decibels over full scale: no sound, though some floating point files go a little over 1. */
const largestSample = 1000;

/** Where a larger part of the samples cannot be believed, the file is none of sound: four random bytes are worse. */
const mostUnbelievable = 0.25;

/** Encoders round lengths up and down by a frame or two; more than this is sound that is not there. */
const toleratedMissingSeconds = 0.25;

/** Throws an AudioError unless a file has 1..8 channels at a rate that can be resampled. */
export function checkFormat(channelCount: number, sampleRateHz: number): void {
  if (channelCount < 1 || !(sampleRateHz > 0)) {
    throw new AudioError('damaged', `The file claims ${channelCount} channels at ${sampleRateHz} Hz`);
  }
  if (channelCount > mostChannels) {
    throw new AudioError(
      'unsupported',
      `The file has ${channelCount} channels, and at most ${mostChannels} can be read`,
    );
  }
  if (sampleRateHz < lowestSampleRateHz || sampleRateHz > mostSampleRateHz) {
    throw new AudioError(
      'unsupported',
      `The file has ${sampleRateHz} samples a second, and ${lowestSampleRateHz} to ${mostSampleRateHz} can be read`,
    );
  }
}

/** Throws an AudioError where the sound that came is shorter than the file declares: it was cut off, or has holes. */
export function checkLength(heardSeconds: number, declaredSeconds: number): void {
  if (declaredSeconds - heardSeconds <= toleratedMissingSeconds) return;
  const [heard, declared] = [heardSeconds, declaredSeconds].map((seconds) => seconds.toFixed(1));
  throw new AudioError(
    'damaged',
    `The file should hold ${declared} seconds of sound, but only ${heard} could be read`,
  );
}

/**
 * Passes on what a decoder says once it can be believed: 1..8 channels of equal length, finite samples, of one format
 * all through. That is the format of the first chunk, at most 384 kHz, or `channelCount` channels where the file is
 * known to become wider than it begins. Chunks without samples are dropped, samples that are no numbers are silence.
 * Throws an AudioError otherwise, and where there was no sound at all.
 */
export async function* checkedSound(
  chunks: AsyncIterable<PcmChunk>,
  channelCount?: number,
): AsyncGenerator<PcmChunk, void, undefined> {
  let steady: SteadySound | undefined;
  const samples = new SampleCheck();
  for await (const chunk of chunks) {
    if (!chunk.channels.some((channel) => channel.length > 0)) continue;
    checkFormat(chunk.channels.length, chunk.sampleRateHz);
    steady ??= new SteadySound({
      channelCount: channelCount ?? chunk.channels.length,
      sampleRateHz: chunk.sampleRateHz > highestKeptRateHz ? reducedRateHz : chunk.sampleRateHz,
    });
    samples.repair(chunk);
    yield* steady.push(chunk);
  }
  if (steady === undefined) throw new AudioError('empty', 'The file holds no sound');
  samples.end();
  yield* steady.flush();
}

/** Replaces samples that are no sound by silence, and throws an AudioError where there are too many of them. */
class SampleCheck {
  private heard = 0;
  private replaced = 0;

  repair({ channels, sampleRateHz }: PcmChunk): void {
    for (const channel of channels) {
      if (channel.length !== channels[0].length) {
        throw new AudioError('damaged', 'The channels of the file differ in length');
      }
      this.heard += channel.length;
      // Written so that NaN fails too.
      if (!(largestMagnitude(channel) <= largestSample)) this.replace(channel);
    }
    if (this.heard >= sampleRateHz) this.end();
  }

  /** To be called once the sound has ended, for a short one is judged as a whole. */
  end(): void {
    if (this.replaced <= mostUnbelievable * this.heard) return;
    throw new AudioError('damaged', 'Too many numbers in the file are no sound, but far above full scale');
  }

  private replace(channel: Float32Array): void {
    for (let i = 0; i < channel.length; i++) {
      if (Math.abs(channel[i]) <= largestSample) continue;
      channel[i] = 0;
      this.replaced++;
    }
  }
}
