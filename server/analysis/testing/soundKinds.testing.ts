import { crcOf, pageBytes } from '@/ml/audio/decode/oggPages';
import { noise, writeFlacFile } from '@/ml/audio/testing/flac.testing';
import { fixture } from '@/ml/audio/testing/decode.testing';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { textData, writeId3v2 } from '@/ml/audio/tags/testing/id3v2.testing';

const ascii = (text: string) => Buffer.from(text, 'latin1');
const png = Buffer.concat([ascii('\x89PNG\r\n\x1a\n'), Buffer.alloc(500, 7)]);

function wav(): Uint8Array {
  const channels = noise({ channelCount: 2, length: 8000, bitDepth: 16, seed: 1 }).map((samples) =>
    Float32Array.from(samples, (sample) => sample / 32_768),
  );
  const header = wavHeader({ sampleRateHz: 16_000, channels: 2, frames: 8000 });
  const list = chunk('LIST', Buffer.concat([ascii('INFO'), chunk('INAM', ascii('Title'))]));
  return Buffer.concat([header, encodePcm16({ channels, sampleRateHz: 16_000 }), list]);
}

function chunk(name: string, body: Uint8Array, isBig = false): Buffer {
  const size = Buffer.alloc(4);
  if (isBig) size.writeUInt32BE(body.length);
  else size.writeUInt32LE(body.length);
  return Buffer.concat([ascii(name), size, body, Buffer.alloc(body.length % 2)]);
}

/** 16 bits, two channels, 44.1 kHz, which is written as an extended number of 80 bits. */
function aiff(): Uint8Array {
  const common = Buffer.alloc(18);
  common.writeUInt16BE(2, 0);
  common.writeUInt32BE(4000, 2);
  common.writeUInt16BE(16, 6);
  common.set([0x40, 0x0e, 0xac, 0x44], 8);
  const sound = Buffer.alloc(8 + 4 * 4000);
  for (let at = 8; at < sound.length; at++) sound[at] = (at * 37) & 255;
  const tag = writeId3v2({ version: 3, frames: [{ id: 'TIT2', data: textData('Title') }] });
  const body = [
    ascii('AIFF'),
    chunk('COMM', common, true),
    chunk('SSND', sound, true),
    chunk('ID3 ', tag, true),
  ];
  return chunk('FORM', Buffer.concat(body), true);
}

/** DSF File Format Specification 1.01: one channel of one bit, 2.8224 MHz, in blocks of 4096 bytes. */
function dsf(): Uint8Array {
  const blocks = 8;
  const head = Buffer.alloc(28 + 52 + 12);
  head.write('DSD ', 'latin1');
  head.writeBigUInt64LE(28n, 4);
  head.writeBigUInt64LE(BigInt(head.length + blocks * 4096), 12);
  head.write('fmt ', 28, 'latin1');
  head.writeBigUInt64LE(52n, 32);
  [1, 0, 1, 1, 2_822_400, 1].forEach((value, i) => head.writeUInt32LE(value, 40 + 4 * i));
  head.writeBigUInt64LE(BigInt(blocks * 4096 * 8), 64);
  head.writeUInt32LE(4096, 72);
  head.write('data', 80, 'latin1');
  head.writeBigUInt64LE(BigInt(12 + blocks * 4096), 84);
  return Buffer.concat([head, Buffer.alloc(blocks * 4096, 0x69)]);
}

/** Tags as programs write them, and more: several artists, a picture, compressed and unsynchronised frames. */
function tagged(version: 3 | 4): Uint8Array {
  const picture = Buffer.concat([ascii('\0image/png\0\x03\0'), png]);
  const frames = [
    { id: 'TIT2', data: textData('Title é', 1) },
    { id: 'TPE1', data: textData('One\0Other', 0) },
    { id: 'APIC', data: picture },
    { id: 'CHAP', data: Buffer.concat([ascii('c\0'), Buffer.alloc(16), ascii('TIT2\0\0\0\x05\0\0\0name')]) },
    { id: 'SYLT', data: ascii('\0eng\x02\x01\0word\0\0\0\0\x01') },
    { id: 'TXXX', data: textData('name\0value', 3) },
  ];
  return writeId3v2({ version, frames, padding: 64, unsynchronised: version === 4 });
}

/** A FLAC file with a picture among its metadata blocks (RFC 9639, 8.8). */
function picturedFlac(): Uint8Array {
  const plain = Buffer.from(fixture('retagged.flac'));
  const numbers = Buffer.alloc(4 * 4);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(png.length);
  const type = ascii('\0\0\0\x03\0\0\0\x09image/png\0\0\0\0');
  const body = Buffer.concat([type, numbers, size, png]);
  const header = Buffer.from([6, 0, body.length >> 8, body.length & 255]);
  return Buffer.concat([plain.subarray(0, 42), header, body, plain.subarray(42)]);
}

/** A kind of file that is read, by example; `within` is how far the bytes to be changed go, all of them by default. */
export interface SoundKind {
  name: string;
  ending: string;
  examples: Uint8Array[];
  within?: number;
  /** What is done to a changed file, so that readers do not stop at its checksums. */
  mend?: (bytes: Uint8Array) => Uint8Array;
  /** Read by ffmpeg alone. */
  isForeign?: boolean;
}

function kind(name: string, ...examples: Uint8Array[]): SoundKind {
  return { name, ending: name, examples };
}

function foreign(name: string, ...examples: Uint8Array[]): SoundKind {
  return { ...kind(name, ...examples), isForeign: true };
}

/** Every kind of sound file that is read, and tags and covers by themselves. */
export function soundKinds(): SoundKind[] {
  const flac = { bitDepth: 24, sampleRateHz: 96_000, blockSizes: [1000, 700], isVariable: true };
  const wide = writeFlacFile({
    ...flac,
    channels: noise({ channelCount: 6, length: 6000, bitDepth: 24, seed: 2 }),
  });
  const tags = [tagged(3), tagged(4)];
  const withSound = tags.map((tag) => Buffer.concat([tag, fixture('tone.mp3')]));
  const flacHead = picturedFlac();
  return [
    kind('mp3', fixture('tone.mp3'), fixture('mono.mp3'), fixture('retagged.mp3')),
    kind('flac', fixture('tone.flac'), wide),
    { ...kind('ogg', fixture('tone.ogg'), fixture('retagged.ogg')), mend: withChecksums },
    { ...kind('opus', fixture('tone.opus'), fixture('retagged.opus')), mend: withChecksums },
    kind('wav', wav()),
    kind('aiff', aiff()),
    {
      name: 'tags of mp3',
      ending: 'mp3',
      examples: withSound,
      within: Math.min(...tags.map((tag) => tag.length)),
    },
    { name: 'tags of flac', ending: 'flac', examples: [flacHead], within: 1200 },
    foreign('m4a', fixture('tone.m4a'), fixture('retagged.m4a')),
    foreign('wma', fixture('tone.wma'), fixture('retagged.wma')),
    foreign('aac', fixture('tone.aac')),
    foreign('ac3', fixture('tone.ac3')),
    { ...foreign('spx', fixture('tone.spx')), mend: withChecksums },
    foreign('dsf', dsf()),
  ];
}

/** An Ogg file whose pages have the checksums of what is in them now (RFC 3533, 6), so that what was changed is read. */
function withChecksums(file: Uint8Array): Uint8Array {
  const bytes = Buffer.from(file);
  for (
    let at = bytes.indexOf('OggS');
    at >= 0 && at + 27 < bytes.length;
    at = bytes.indexOf('OggS', at + 4)
  ) {
    const page = bytes.subarray(at, at + pageBytes(bytes.subarray(at, at + 282)));
    if (page.length < 27) break;
    page.writeUInt32LE(crcOf(page), 22);
  }
  return bytes;
}
