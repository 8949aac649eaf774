import { FlacBits } from './flacBits';
import { flacCrc16 } from './flacCrc';
import { channelsOf, type FlacFrameHeader } from './flacFrameHeader';
import { readFlacSubframe } from './flacSubframe';
import { type StreamInfo } from './flacStreamInfo';
import { type SoundFormat } from './steadySound';

/** The sound of one frame. */
interface FrameSound extends Pick<SoundFormat, 'sampleRateHz'> {
  channels: Float32Array[];
}

/** By the code in the header; 0 is for STREAMINFO to tell, 3 is reserved. */
const depths = [0, 8, 12, 0, 16, 20, 24, 32];
const ratesHz = [0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000];

/** The compiled decoder knows no divisor for other depths. */
const commonDepths = [8, 16, 24, 32];

/** Channel assignments that tell two channels by one and their difference. */
const leftAndSide = 8;
const sideAndRight = 9;
const midAndSide = 10;

const crcBytes = 2;

/** True for a frame that the compiled decoder cannot read, for it needs STREAMINFO or has an uncommon depth. */
export function isUncommon({ format }: FlacFrameHeader): boolean {
  return rateCodeOf(format) === 0 || !commonDepths.includes(depths[depthCodeOf(format)]);
}

/**
 * Decodes a frame of any depth of 4..32 bits, which its own header or STREAMINFO tells. Undefined where it is damaged,
 * which its CRC-16 tells too. Source: RFC 9639, section 9.
 */
export function decodeUncommonFrame(
  bytes: Uint8Array,
  header: FlacFrameHeader,
  info: Pick<StreamInfo, 'bitDepth' | 'sampleRateHz'>,
): FrameSound | undefined {
  try {
    const bitDepth = depths[depthCodeOf(header.format)] || info.bitDepth;
    const channels = readChannels(bytes, header, bitDepth);
    const scale = 2 ** (1 - bitDepth);
    const sound = channels?.map((samples) => Float32Array.from(samples, (sample) => sample * scale));
    return sound && { channels: sound, sampleRateHz: rateOf(bytes, header) || info.sampleRateHz };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function readChannels(
  bytes: Uint8Array,
  header: FlacFrameHeader,
  bitDepth: number,
): Float64Array[] | undefined {
  const assignment = bytes[3] >> 4;
  const { headerBytes, blockSize } = header;
  const bits = new FlacBits(bytes, headerBytes);
  const channels = Array.from({ length: channelsOf(header) }, (_, channel) => {
    const isSide = assignment === sideAndRight ? channel === 0 : assignment >= leftAndSide && channel === 1;
    return readFlacSubframe(bits, { blockSize, bitDepth: isSide ? bitDepth + 1 : bitDepth });
  });
  if (flacCrc16(bytes.subarray(0, bits.nextByte() + crcBytes)) !== 0) return undefined;
  if (assignment >= leftAndSide) separate(assignment, channels[0], channels[1]);
  return channels;
}

/** Makes left and right of one channel, or the middle, and the difference (RFC 9639, section 4.2). */
function separate(assignment: number, first: Float64Array, second: Float64Array): void {
  for (let i = 0; i < first.length; i++) {
    if (assignment === leftAndSide) second[i] = first[i] - second[i];
    else if (assignment === sideAndRight) first[i] += second[i];
    else if (assignment === midAndSide) {
      const side = second[i];
      const sum = 2 * first[i] + Math.abs(side % 2);
      first[i] = (sum + side) / 2;
      second[i] = (sum - side) / 2;
    }
  }
}

function depthCodeOf(format: number): number {
  return (format >> 4) & 7;
}

function rateCodeOf(format: number): number {
  return format >> 8;
}

/** The rate of a frame, 0 where its header does not tell it. What tells an uncommon one lies before the CRC-8. */
function rateOf(bytes: Uint8Array, { format, headerBytes }: FlacFrameHeader): number {
  const code = rateCodeOf(format);
  const low = bytes[headerBytes - 2];
  const both = bytes[headerBytes - 3] * 256 + low;
  if (code === 12) return low * 1000;
  if (code === 13) return both;
  return code === 14 ? both * 10 : ratesHz[code];
}
