import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Container } from '../decode/container';
import { fixture } from '../testing/decode.testing';
import { memoryFile } from '../decode/memoryFile';
import { payloadHash } from './payloadHash';
import { joinBytes } from '../testing/pcm.testing';
import { encodePcm16, wavHeader } from '../wav';

const hashOf = (container: Container | 'foreign', bytes: Uint8Array) =>
  payloadHash(container, memoryFile(bytes));

const id3v2 = joinBytes(['ID3\x03\0\0\0\0\x01\x02', new Uint8Array(130).fill(65)]);
const id3v2WithFooter = joinBytes(['ID3\x04\0\x10\0\0\0\x05', 'abcde', '3DI\x04\0\x10\0\0\0\x05']);
const id3v1 = joinBytes(['TAG', new Uint8Array(125)]);
const enhancedId3v1 = joinBytes(['TAG+', new Uint8Array(223), id3v1]);
const apeEnd = (flags: number) =>
  joinBytes(['APETAGEX', { le32: 2000 }, { le32: 37 }, { le32: 1 }, { le32: flags }, new Uint8Array(8)]);
const apeTag = joinBytes([apeEnd(0xa0000000), 'items', apeEnd(0x80000000)]);
const apeWithoutHeader = joinBytes(['items', apeEnd(0)]);
const lyrics3v1 = joinBytes(['LYRICSBEGIN', 'la la la', 'LYRICSEND']);
const lyrics3v2 = joinBytes(['LYRICSBEGIN', 'IND00002', '10', '000021', 'LYRICS200']);

/** Files of tones with the tags as other programs write them. */
const twins: [container: Container | 'foreign', extension: string][] = [
  ['mp3', 'mp3'],
  ['flac', 'flac'],
  ['ogg-vorbis', 'ogg'],
  ['ogg-opus', 'opus'],
  ['foreign', 'm4a'],
  ['foreign', 'wma'],
];

const samples = encodePcm16({ channels: [Float32Array.from([0.1, -0.2, 0.3])], sampleRateHz: 8000 });
const wav = joinBytes([wavHeader({ sampleRateHz: 8000, channels: 1, frames: 3 }), samples]);
const wavFormat = wav.subarray(12, 36);
const common = joinBytes(['COMM', { be32: 18 }, '\0\x01\0\0\0\x03\0\x10\x40\x0b\xfa\0\0\0\0\0\0\0']);
const sound = joinBytes(['SSND', { be32: 14 }, new Uint8Array(8), samples]);

describe('payloadHash', () => {
  it.each(twins)('is kept when a %s file (%s) is retagged', async (container, extension) => {
    const [one, other] = [fixture(`tone.${extension}`), fixture(`retagged.${extension}`)];
    expect(Buffer.compare(one, other)).not.toBe(0);
    expect(await hashOf(container, other)).toBe(await hashOf(container, one));
  });

  it.each([
    ['an ID3v2 tag', [id3v2], []],
    ['several at the head', [id3v2, apeTag, id3v2WithFooter, new Uint8Array(40)], []],
    ['an ID3v1 tag', [], [id3v1]],
    ['an enhanced ID3v1 tag', [], [enhancedId3v1]],
    ['an APE tag', [], [apeTag]],
    ['an APE tag without header', [], [apeWithoutHeader]],
    ['Lyrics3 version 1', [], [lyrics3v1, id3v1]],
    ['Lyrics3 version 2', [], [lyrics3v2, id3v1]],
    ['an ID3v2 tag at the tail', [], [id3v2WithFooter]],
    ['zeros at the tail', [], [new Uint8Array(100_000)]],
    ['everything', [id3v2, id3v2], [new Uint8Array(3), apeTag, lyrics3v2, id3v1]],
  ])('of MP3 does not count %s', async (_, head, tail) => {
    const plain = await hashOf('mp3', fixture('tone.mp3'));
    expect(await hashOf('mp3', joinBytes([...head, fixture('tone.mp3'), ...tail]))).toBe(plain);
  });

  it('of FLAC does not count tags around it', async () => {
    const tagged = joinBytes([id3v2, fixture('tone.flac'), id3v1]);
    expect(await hashOf('flac', tagged)).toBe(await hashOf('flac', fixture('tone.flac')));
  });

  it('of WAV counts the format and the samples alone', async () => {
    const note = joinBytes(['LIST', { le32: 5 }, 'tags!\0']);
    const tagged = joinBytes([
      'RIFF',
      { le32: 99 },
      'WAVE',
      note,
      wavFormat,
      note,
      'data',
      { le32: 6 },
      samples,
      note,
    ]);
    const longWav = joinBytes([
      'RF64',
      { le32: 0xffffffff },
      'WAVEds64',
      { le32: 28 },
      new Uint8Array(8),
      { le32: 6 },
      new Uint8Array(16),
    ]);
    const long = joinBytes([longWav, wavFormat, 'data', { le32: 0xffffffff }, samples, note]);
    const plain = await hashOf('wav', wav);
    expect(await hashOf('wav', tagged)).toBe(plain);
    expect(await hashOf('wav', long)).toBe(plain);
    expect(
      await hashOf(
        'wav',
        Uint8Array.from(wav, (byte, i) => (i === 24 ? byte + 1 : byte)),
      ),
    ).not.toBe(plain);
  });

  it('of AIFF counts the description and the samples alone, in either order', async () => {
    const note = joinBytes(['ANNO', { be32: 5 }, 'tags!\0']);
    const form = joinBytes(['FORM', { be32: 0 }, 'AIFF']);
    const plain = await hashOf('aiff', joinBytes([form, common, sound]));
    expect(await hashOf('aiff', joinBytes([form, note, sound, note, common, note]))).toBe(plain);
  });

  it('of MP4 counts the media data, whatever its size field', async () => {
    const ftyp = joinBytes([{ be32: 16 }, 'ftypM4A ', { be32: 0 }]);
    const moov = joinBytes([{ be32: 12 }, 'moov', 'tags']);
    const plain = await hashOf('foreign', joinBytes([ftyp, moov, { be32: 13 }, 'mdat', 'sound']));
    expect(await hashOf('foreign', joinBytes([ftyp, { be32: 0 }, 'mdat', 'sound']))).toBe(plain);
    const long = joinBytes([{ be32: 1 }, 'mdat', { be32: 0 }, { be32: 21 }, 'sound']);
    expect(await hashOf('foreign', joinBytes([ftyp, long, moov]))).toBe(plain);
    expect(await hashOf('foreign', joinBytes([ftyp, moov, { be32: 13 }, 'mdat', 'sounD']))).not.toBe(plain);
  });

  it('of anything else counts all but tags around it, and never collides across formats', async () => {
    const bytes = joinBytes(['wvpk', 'some sound']);
    const plain = await hashOf('foreign', bytes);
    expect(plain).toBe(createHash('sha256').update('foreign\n14\nwvpksome sound').digest('hex'));
    expect(await hashOf('foreign', joinBytes([bytes, apeTag]))).toBe(plain);
    expect(await hashOf('mp3', bytes)).not.toBe(plain);
  });

  it.each(twins)('changes when the sound of a %s file (%s) does', async (container, extension) => {
    const bytes = Uint8Array.from(fixture(`tone.${extension}`));
    const plain = await hashOf(container, bytes);
    const place = extension === 'm4a' ? 1000 : bytes.length - 600;
    bytes[place] ^= 1;
    expect(await hashOf(container, bytes)).not.toBe(plain);
  });

  it('is given for any bytes under any name', async () => {
    const anyContainer = fc.constantFrom<Container | 'foreign'>(
      'mp3',
      'flac',
      'ogg-vorbis',
      'wav',
      'aiff',
      'foreign',
    );
    const anyMagic = fc.constantFrom(
      '',
      'fLaC',
      'OggS\0',
      'RIFF\0\0\0\0WAVE',
      'FORM\0\0\0\0AIFF',
      'ID3\x03\0\0\0\0\0\x09',
      '\0\0\0\x08ftyp',
    );
    await fc.assert(
      fc.asyncProperty(
        anyContainer,
        anyMagic,
        fc.uint8Array({ maxLength: 500 }),
        async (container, magic, rest) => {
          const bytes = joinBytes([magic, rest]);
          expect(await hashOf(container, bytes)).toMatch(/^[0-9a-f]{64}$/);
        },
      ),
    );
  });
});
