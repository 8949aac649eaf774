import { AudioError } from '../audioError';
import { largestMagnitude } from '../measure/largestMagnitude';
import { type PcmChunk } from '../pcm';

const mostChannels = 8;
const lowestSampleRateHz = 8000;
const highestSampleRateHz = 384_000;

/** Sixty decibels over full scale: no sound, though some floating point files go a little over 1. */
const largestSample = 1000;

/** Encoders round lengths up and down by a frame or two; more than this is sound that is not there. */
const toleratedMissingSeconds = 0.25;

/** What may not change within a file. */
export interface SoundFormat {
  channelCount: number;
  sampleRateHz: number;
}

/** Throws an AudioError unless a file has 1..8 channels at 8..384 kHz. */
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
  if (sampleRateHz < lowestSampleRateHz || sampleRateHz > highestSampleRateHz) {
    throw new AudioError(
      'unsupported',
      `The file has ${sampleRateHz} samples a second, and ${lowestSampleRateHz} to ${highestSampleRateHz} can be read`,
    );
  }
}

/** Throws an AudioError where the format of a stretch of sound is not that of the sound before. */
export function checkUnchanged(before: SoundFormat, { channelCount, sampleRateHz }: SoundFormat): void {
  if (before.channelCount === channelCount && before.sampleRateHz === sampleRateHz) return;
  throw new AudioError(
    'unsupported',
    `The sound changes midway from ${before.channelCount} channels at ${before.sampleRateHz} Hz to ${channelCount} channels at ${sampleRateHz} Hz`,
  );
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
 * Passes on what a decoder says once it can be believed: 1..8 channels of equal length at 8..384 kHz, the same
 * all through, with finite samples. Chunks without samples are dropped.
 * Throws an AudioError otherwise, and where there was no sound at all.
 */
export async function* checkedSound(
  chunks: AsyncIterable<PcmChunk>,
): AsyncGenerator<PcmChunk, void, undefined> {
  let format: SoundFormat | undefined;
  for await (const chunk of chunks) {
    if (!chunk.channels.some((channel) => channel.length > 0)) continue;
    const { length: channelCount } = chunk.channels;
    const { sampleRateHz } = chunk;
    checkFormat(channelCount, sampleRateHz);
    format ??= { channelCount, sampleRateHz };
    checkUnchanged(format, { channelCount, sampleRateHz });
    checkSamples(chunk);
    yield chunk;
  }
  if (format === undefined) throw new AudioError('empty', 'The file holds no sound');
}

function checkSamples({ channels }: PcmChunk): void {
  for (const channel of channels) {
    if (channel.length !== channels[0].length) {
      throw new AudioError('damaged', 'The channels of the file differ in length');
    }
    // Written so that NaN fails too.
    if (!(largestMagnitude(channel) <= largestSample)) {
      const sample = channel.find((value) => !(Math.abs(value) <= largestSample));
      throw new AudioError('damaged', `The file holds a sample of ${sample}, where full scale is 1`);
    }
  }
}
