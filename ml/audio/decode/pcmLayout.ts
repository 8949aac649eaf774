import { checkFormat, checkLength } from './checkedSound';
import { viewOf } from './bytes';
import { type ByteReader } from './byteReader';
import { type PcmChunk } from '../pcm';

/** How uncompressed samples lie in a file: interleaved, all of one width. */
export interface PcmLayout {
  channelCount: number;
  sampleRateHz: number;
  encoding: 'signed' | 'unsigned' | 'float' | 'a-law' | 'mu-law';
  bytesPerSample: number;
  littleEndian: boolean;
}

const pieceBytes = 1 << 16;

/** True for the widths that can be read: 1..4 bytes signed, 1 unsigned or companded, 4 or 8 floating point. */
export function isReadable({ encoding, bytesPerSample }: PcmLayout): boolean {
  switch (encoding) {
    case 'signed':
      return bytesPerSample >= 1 && bytesPerSample <= 4;
    case 'float':
      return bytesPerSample === 4 || bytesPerSample === 8;
    case 'unsigned':
    case 'a-law':
    case 'mu-law':
      return bytesPerSample === 1;
  }
}

/**
 * Decodes the next `byteCount` bytes, or all that are left. `declaredFrames`, where the file says them, are held
 * against the frames that came.
 */
export async function* decodePcm(
  reader: ByteReader,
  layout: PcmLayout,
  { byteCount = Infinity, declaredFrames = 0 }: { byteCount?: number; declaredFrames?: number },
): AsyncGenerator<PcmChunk, void, undefined> {
  const { channelCount, sampleRateHz } = layout;
  checkFormat(channelCount, sampleRateHz);
  const frameBytes = channelCount * layout.bytesPerSample;
  const read = sampleReader(layout);
  let frames = 0;
  for await (const piece of reader.pieces(Math.floor(pieceBytes / frameBytes) * frameBytes, byteCount)) {
    const channels = deinterleave(piece, layout, read);
    frames += channels[0].length;
    yield { channels, sampleRateHz };
  }
  checkLength(frames / sampleRateHz, declaredFrames / sampleRateHz);
}

type SampleReader = (view: DataView, at: number) => number;

function deinterleave(bytes: Uint8Array, layout: PcmLayout, read: SampleReader): Float32Array[] {
  const { channelCount, bytesPerSample } = layout;
  const frameBytes = channelCount * bytesPerSample;
  const frames = Math.floor(bytes.length / frameBytes);
  const view = viewOf(bytes);
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(frames);
    for (let frame = 0; frame < frames; frame++) {
      samples[frame] = read(view, frame * frameBytes + channel * bytesPerSample);
    }
    return samples;
  });
}

function sampleReader({ encoding, bytesPerSample, littleEndian }: PcmLayout): SampleReader {
  switch (encoding) {
    case 'signed':
      return signedReader(bytesPerSample, littleEndian);
    case 'unsigned':
      return (view, at) => (view.getUint8(at) - 128) / 128;
    case 'float':
      return bytesPerSample === 4
        ? (view, at) => view.getFloat32(at, littleEndian)
        : (view, at) => view.getFloat64(at, littleEndian);
    case 'a-law':
      return (view, at) => aLaw[view.getUint8(at)];
    case 'mu-law':
      return (view, at) => muLaw[view.getUint8(at)];
  }
}

function signedReader(bytesPerSample: number, littleEndian: boolean): SampleReader {
  switch (bytesPerSample) {
    case 1:
      return (view, at) => view.getInt8(at) / 2 ** 7;
    case 2:
      return (view, at) => view.getInt16(at, littleEndian) / 2 ** 15;
    case 3: {
      const [high, low] = littleEndian ? [1, 0] : [0, 2];
      return (view, at) => (view.getInt16(at + high, littleEndian) * 256 + view.getUint8(at + low)) / 2 ** 23;
    }
    default:
      return (view, at) => view.getInt32(at, littleEndian) / 2 ** 31;
  }
}

/** ITU-T G.711 A-law: 13 bits in sign, exponent, mantissa, with every other bit turned over. */
const aLaw = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55;
  const exponent = (bits >> 4) & 7;
  const mantissa = ((bits & 15) << 4) + 8;
  const magnitude = exponent === 0 ? mantissa : (mantissa + 256) << (exponent - 1);
  return ((bits & 0x80) !== 0 ? magnitude : -magnitude) / 2 ** 15;
});

/** ITU-T G.711 mu-law: 14 bits in sign, exponent, mantissa, all turned over, with a bias of 33. */
const muLaw = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff;
  const magnitude = ((((bits & 15) << 3) + 132) << ((bits >> 4) & 7)) - 132;
  return ((bits & 0x80) !== 0 ? -magnitude : magnitude) / 2 ** 15;
});
