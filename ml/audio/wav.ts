import { type PcmChunk } from './pcm';
import { riffHeader } from './riffHeader';

const bytesPerSample = 2;

/**
 * The 44 bytes before the samples of a 16-bit PCM WAV file of `frames` samples a channel.
 * Throws a RangeError for no sound format a WAV file can have, and for more than the 4 GiB it can hold.
 * Source: Microsoft Multimedia Programming Interface 1.0.
 */
export function wavHeader(sound: { sampleRateHz: number; channels: number; frames: number }): Uint8Array {
  return riffHeader({ ...sound, bitsPerSample: 16 });
}

/** The samples as 16-bit little-endian PCM, channels interleaved, rounded; what goes beyond full scale is clipped. */
export function encodePcm16({ channels }: PcmChunk): Uint8Array {
  const frames = channels[0]?.length ?? 0;
  const bytes = new Uint8Array(frames * channels.length * bytesPerSample);
  const view = new DataView(bytes.buffer);
  channels.forEach((samples, channel) => {
    for (let frame = 0; frame < frames; frame++) {
      const level = Math.max(-32768, Math.min(32767, Math.round(samples[frame] * 32768)));
      view.setInt16((frame * channels.length + channel) * bytesPerSample, level, true);
    }
  });
  return bytes;
}
