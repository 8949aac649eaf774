import { type PcmChunk } from './pcm';

const headerBytes = 44;
const bytesPerSample = 2;
const mostBytes = 0xffffffff;

/**
 * The 44 bytes before the samples of a 16-bit PCM WAV file of `frames` samples a channel.
 * Throws a RangeError for no sound format a WAV file can have, and for more than the 4 GiB it can hold.
 * Source: Microsoft Multimedia Programming Interface 1.0.
 */
export function wavHeader(sound: { sampleRateHz: number; channels: number; frames: number }): Uint8Array {
  const { sampleRateHz, channels, frames } = sound;
  checkWhole('sampleRateHz', sampleRateHz, 1);
  checkWhole('channels', channels, 1);
  checkWhole('frames', frames, 0);
  const frameBytes = channels * bytesPerSample;
  const dataBytes = frames * frameBytes;
  if (dataBytes > mostBytes - headerBytes) {
    throw new RangeError(`invalid frames: ${frames} (a WAV file holds at most 4 GiB; write several)`);
  }
  const header = Buffer.alloc(headerBytes);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(headerBytes - 8 + dataBytes, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * frameBytes, 28);
  header.writeUInt16LE(frameBytes, 32);
  header.writeUInt16LE(8 * bytesPerSample, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes, 40);
  return new Uint8Array(header.buffer, header.byteOffset, headerBytes);
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

function checkWhole(name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least && value <= mostBytes) return;
  throw new RangeError(`invalid ${name}: ${value} (a whole number from ${least} is accepted)`);
}
