import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sniffContainer } from './container';
import { fixture } from '../testing/decode.testing';
import { memoryFile } from './memoryFile';
import { joinBytes } from '../testing/pcm.testing';
import { encodePcm16, wavHeader } from '../wav';

const sniff = (bytes: Uint8Array) => sniffContainer(memoryFile(bytes));

const id3v2 = joinBytes(['ID3\x03\0\0\0\0\x01\0', new Uint8Array(128)]);
const floatWavBody = joinBytes([
  'fmt ',
  { le32: 16 },
  '\x03\0\x01\0\x80\xbb\0\0\0\xee\x02\0\x04\0\x20\0',
  'data',
  { le32: 0 },
]);
const adpcmWavBody = joinBytes([
  'fmt ',
  { le32: 16 },
  '\x02\0\x01\0\x80\xbb\0\0\0\xee\x02\0\x00\x04\x04\0',
  'data',
  { le32: 0 },
]);
const aifc = (compression: string) =>
  joinBytes([
    'FORM',
    { be32: 0 },
    'AIFCCOMM',
    { be32: 24 },
    '\0\x02\0\0\0\x01\0\x10\x40\x0e\xac\x44\0\0\0\0\0\0',
    compression,
    '\0\0',
  ]);

describe('sniffContainer', () => {
  it.each([
    ['tone.mp3', 'mp3'],
    ['mono.mp3', 'mp3'],
    ['retagged.mp3', 'mp3'],
    ['tone.flac', 'flac'],
    ['tone.ogg', 'ogg-vorbis'],
    ['tone.opus', 'ogg-opus'],
    ['tone.m4a', 'foreign'],
    ['tone.wma', 'foreign'],
    ['tone.aac', 'foreign'],
    ['tone.ac3', 'foreign'],
    ['tone.spx', 'foreign'],
    ['README.md', undefined],
  ])('takes %s for %s, and so behind ID3v2 tags', async (name, container) => {
    expect(await sniff(fixture(name))).toBe(container);
    expect(await sniff(joinBytes([id3v2, id3v2, fixture(name)]))).toBe(container);
  });

  it.each([
    [
      'wav',
      joinBytes([
        wavHeader({ sampleRateHz: 8000, channels: 1, frames: 1 }),
        encodePcm16({ channels: [new Float32Array(1)], sampleRateHz: 8000 }),
      ]),
    ],
    ['wav', joinBytes(['RF64', { le32: 0xffffffff }, 'WAVE', floatWavBody])],
    ['wav', joinBytes(['BW64', { le32: 0xffffffff }, 'WAVE', floatWavBody])],
    ['foreign', joinBytes(['RIFF', { le32: 0 }, 'WAVE', adpcmWavBody])],
    [
      'foreign',
      joinBytes(['RIFF', { le32: 0 }, 'WAVELIST', { le32: 70_000 }, new Uint8Array(70_000), adpcmWavBody]),
    ],
    ['wav', joinBytes(['RIFX', { be32: 0 }, 'WAVE'])],
    ['wav', joinBytes(['RIFF', { le32: 0 }, 'WAVE'])],
    ['aiff', aifc('sowt')],
    ['foreign', aifc('ima4')],
    ['foreign', joinBytes(['RIFF', { le32: 0 }, 'AVI LIST'])],
    ['foreign', joinBytes(['\x1a\x45\xdf\xa3', new Uint8Array(8)])],
    ['foreign', joinBytes([{ be32: 8 }, 'wide', { be32: 100 }, 'mdat'])],
    ['foreign', joinBytes(Array.from({ length: 5 }, () => joinBytes(['G', new Uint8Array(187)])))],
    ['foreign', joinBytes(['wvpk', new Uint8Array(28)])],
    ['foreign', joinBytes(['caff\0\x01\0\0'])],
    [undefined, new Uint8Array(0)],
    [undefined, new Uint8Array(100_000)],
    [undefined, new Uint8Array(100_000).fill(0xff)],
    [undefined, joinBytes(['MThd', { be32: 6 }, '\0\0\0\x01\0\x60'])],
    [undefined, joinBytes([id3v2])],
    [undefined, joinBytes(['ID3\x03\0\0\x7f\x7f\x7f\x7f', fixture('README.md')])],
  ])('says %s by the signature', async (container, bytes) => {
    expect(await sniff(bytes)).toBe(container);
  });

  it('finds the first frame behind junk, and wants three in a row', async () => {
    const bytes = fixture('tone.mp3');
    expect(await sniff(joinBytes([new Uint8Array(5000).fill(0xff), bytes]))).toBe('mp3');
    // At 96 kbit/s a frame has 313 or 314 bytes.
    expect(await sniff(bytes.subarray(0, 600))).toBe(undefined);
    expect(await sniff(bytes.subarray(0, 640))).toBe('mp3');
  });

  it('knows nothing of text and random bytes', async () => {
    const anyText = fc
      .string({ maxLength: 5000, unit: 'binary' })
      .map((text) => new Uint8Array(Buffer.from(text)));
    const anyBytes = fc.uint8Array({ maxLength: 20_000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(fc.oneof(anyText, anyBytes), async (bytes) => {
        expect(await sniff(bytes)).toBe(undefined);
      }),
    );
  });
});
