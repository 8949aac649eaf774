/** A WAV file to be written byte by byte. */
export interface WavBytes {
  /** 1 for PCM, 3 for floating point; wrapped as extensible where `validBits` are given. */
  format?: number;
  channels?: number;
  sampleRateHz?: number;
  bits?: number;
  validBits?: number;
  frames?: number;
  /** Bytes that the data chunk is said to hold beyond those that are there. */
  missing?: number;
}

const subformat = Buffer.from('000000001000800000aa00389b71', 'hex');

/** A WAV file of silence. */
export function wavBytes(sound: WavBytes = {}): Buffer {
  const {
    format = 1,
    channels = 1,
    sampleRateHz = 44_100,
    bits = 16,
    validBits,
    frames = 441,
    missing = 0,
  } = sound;
  const frameBytes = (channels * bits) / 8;
  const head = Buffer.alloc(validBits === undefined ? 16 : 40);
  head.writeUInt16LE(validBits === undefined ? format : 0xfffe, 0);
  head.writeUInt16LE(channels, 2);
  head.writeUInt32LE(sampleRateHz, 4);
  head.writeUInt32LE(sampleRateHz * frameBytes, 8);
  head.writeUInt16LE(frameBytes, 12);
  head.writeUInt16LE(bits, 14);
  if (validBits !== undefined) {
    head.writeUInt16LE(22, 16);
    head.writeUInt16LE(validBits, 18);
    head.writeUInt16LE(format, 24);
    subformat.copy(head, 26);
  }
  const data = Buffer.alloc(frames * frameBytes);
  const body = [chunk('fmt ', head, head.length), chunk('data', data, data.length + missing)];
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...body]), 4 + 16 + head.length + data.length);
}

function chunk(name: string, body: Buffer, bytes: number): Buffer {
  const header = Buffer.alloc(8);
  header.write(name, 'latin1');
  header.writeUInt32LE(bytes, 4);
  return Buffer.concat([header, body]);
}

/** A row of MPEG frames of silence, by the four bytes of their header and their length. */
export function mpegBytes(header: string, frameBytes: number, count: number): Buffer {
  const frame = Buffer.alloc(frameBytes);
  Buffer.from(header, 'hex').copy(frame);
  return Buffer.concat(Array.from({ length: count }, () => frame));
}

/** Layer 3 of MPEG 1 at 44.1 kHz and 128 kbit/s, in joint stereo. */
export const layer3 = (count: number) => mpegBytes('fffb9044', 417, count);

/** The frame of layer 3 that says how many come after it. */
export function xingFrame(frames: number): Buffer {
  const frame = layer3(1);
  frame.write('Xing', 36, 'latin1');
  frame.writeUInt32BE(1, 40);
  frame.writeUInt32BE(frames, 44);
  return frame;
}

/** A page of an Ogg file with one packet, without a checksum. */
export function oggPage(
  packet: Uint8Array,
  { first = false, granule = 0, serial = 7 }: { first?: boolean; granule?: number; serial?: number } = {},
): Buffer {
  const lacing = [...Array.from({ length: Math.floor(packet.length / 255) }, () => 255), packet.length % 255];
  const header = Buffer.alloc(27);
  header.write('OggS', 'latin1');
  header[5] = first ? 2 : 0;
  header.writeBigInt64LE(BigInt(granule), 6);
  header.writeUInt32LE(serial, 14);
  header[26] = lacing.length;
  return Buffer.concat([header, Buffer.from(lacing), packet]);
}

/** The first packet of an Opus stream. */
function opusHead(channels: number, preSkip: number): Buffer {
  const packet = Buffer.alloc(19);
  packet.write('OpusHead', 'latin1');
  packet[8] = 1;
  packet[9] = channels;
  packet.writeUInt16LE(preSkip, 10);
  return packet;
}

/** The first packet of a Vorbis stream with blocks of 256 and 2048. */
export function vorbisHead(channels: number, sampleRateHz: number): Buffer {
  const packet = Buffer.alloc(30);
  packet.write('\x01vorbis', 'latin1');
  packet[11] = channels;
  packet.writeUInt32LE(sampleRateHz, 12);
  packet[28] = 0xb8;
  return packet;
}

/** An Opus file: its headers, and `packets` of 20 ms that end with the clock at `granules`. */
export function opusFile(granules: number[], channels = 2, preSkip = 312): Buffer {
  const sound = granules.map((granule) => oggPage(Buffer.from([0xfc, 0xff, 0xfe]), { granule }));
  const heads = [oggPage(opusHead(channels, preSkip), { first: true }), oggPage(Buffer.from('OpusTags'))];
  return Buffer.concat([...heads, ...sound]);
}
