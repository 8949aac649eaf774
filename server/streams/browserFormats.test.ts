import { describe, expect, it } from 'vitest';
import { memoryFile } from '@/ml/audio/decode/memoryFile';
import { noise, writeFlacFile, writeFlacFrames, type FlacSound } from '@/ml/audio/testing/flac.testing';
import { fixture } from '@/ml/audio/testing/decode.testing';
import { mediaTypeOf } from './browserFormats';
import { readSoundFormat } from './formats/readSoundFormat';
import {
  layer3,
  mpegBytes,
  oggPage,
  opusFile,
  vorbisHead,
  wavBytes,
  xingFrame,
} from './testing/soundBytes.testing';

/** How a browser plays these bytes, or why not. */
async function answerTo(bytes: Uint8Array): Promise<string | null | undefined> {
  const format = await readSoundFormat(memoryFile(bytes));
  return format && (mediaTypeOf(format) ?? format.flaw);
}

const id3 = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x10', 'latin1'), Buffer.alloc(16)]);

describe('WAV', () => {
  it.each([
    ['16 bits', {}, 'audio/wav'],
    ['8 bits', { bits: 8 }, 'audio/wav'],
    ['24 bits, extensible', { bits: 24, validBits: 24 }, 'audio/wav'],
    ['24 bits in 32', { bits: 32, validBits: 24 }, null],
    ['20 bits in 24', { bits: 24, validBits: 20 }, null],
    ['32 bits', { bits: 32 }, null],
    ['floating point', { bits: 32, format: 3 }, null],
    ['A-law', { bits: 8, format: 6 }, null],
    ['six channels', { channels: 6 }, null],
    ['a rate of no browser', { sampleRateHz: 384_000 }, null],
    ['cut off', { missing: 100 }, 'unsure length'],
  ])('of %s', async (_, sound, answer) => expect(await answerTo(wavBytes(sound))).toBe(answer));

  it('after tags, big-endian, or longer than its format can say, is not played', async () => {
    expect(await answerTo(Buffer.concat([id3, wavBytes()]))).toBe('tags before it');
    for (const mark of ['RIFX', 'RF64']) {
      const bytes = wavBytes();
      bytes.write(mark, 'latin1');
      expect(await answerTo(bytes)).toBeUndefined();
    }
  });
});

describe('MPEG audio', () => {
  it.each([
    ['layer 3', layer3(50), 'audio/mpeg'],
    ['layer 3 after tags', Buffer.concat([id3, layer3(50)]), 'audio/mpeg'],
    ['layer 3 before tags', Buffer.concat([layer3(50), Buffer.from('TAG'.padEnd(128, '\0'))]), 'audio/mpeg'],
    ['layer 3 with its length', Buffer.concat([xingFrame(50), layer3(50)]), 'audio/mpeg'],
    ['layer 3 that is shorter than it says', Buffer.concat([xingFrame(500), layer3(50)]), 'unsure length'],
    [
      'two files, of which the first tells its own length',
      Buffer.concat([xingFrame(50), layer3(50), xingFrame(50), layer3(50)]),
      'unsure length',
    ],
    [
      'frames of other sizes and no length',
      Buffer.concat([layer3(10), mpegBytes('fffbe044', 1044, 40)]),
      'unsure length',
    ],
    ['mono, then stereo', Buffer.concat([mpegBytes('fffb90c4', 417, 10), layer3(20)]), 'changing'],
    ['another rate midway', Buffer.concat([layer3(20), mpegBytes('fff39044', 522, 20)]), 'changing'],
    ['layer 2', mpegBytes('fffd9004', 522, 20), null],
    ['layer 1', mpegBytes('ffff9004', 312, 20), null],
  ])('of %s', async (_, bytes, answer) => expect(await answerTo(bytes)).toBe(answer));
});

describe('Ogg', () => {
  const vorbis = (channels: number, granule: number) =>
    Buffer.concat([
      oggPage(vorbisHead(channels, 44_100), { first: true }),
      oggPage(Buffer.alloc(9), { granule }),
    ]);

  it.each([
    ['Opus', opusFile([960, 1920]), 'audio/ogg'],
    ['Opus that ends early on its only page', opusFile([600]), 'audio/ogg'],
    ['Opus of six channels', opusFile([960], 6), null],
    ['Opus whose clock starts at an hour', opusFile([960 + 3600 * 48_000]), 'late clock'],
    ['Opus with as much before it as encoders put there', opusFile([960, 9600], 2, 3840), 'audio/ogg'],
    ['Opus with a second before it that is not heard', opusFile([960], 2, 48_000), 'long pre-skip'],
    ['Vorbis', vorbis(2, 1024), 'audio/ogg'],
    ['Vorbis whose clock starts at a second', vorbis(2, 45_000), 'late clock'],
    ['two files end to end', Buffer.concat([opusFile([960]), opusFile([960])]), 'chained'],
    ['two files of other codecs end to end', Buffer.concat([vorbis(2, 1024), opusFile([960])]), 'chained'],
    ['a file that is cut off', opusFile([960, 1920]).subarray(0, -1), 'unsure length'],
    ['another codec', oggPage(Buffer.from('\x7fFLAC', 'latin1'), { first: true }), undefined],
  ])('of %s', async (_, bytes, answer) => expect(await answerTo(bytes)).toBe(answer));
});

describe('FLAC', () => {
  const flac = (sound: Partial<FlacSound> = {}): FlacSound => ({
    channels: noise({ channelCount: 2, length: 500, bitDepth: sound.bitDepth ?? 16, seed: 1 }),
    ...{ bitDepth: 16, sampleRateHz: 44_100, blockSizes: [100], ...sound },
  });
  const whole = flac();

  it.each([
    ['16 bits', writeFlacFile(whole), 'audio/flac'],
    ['24 bits', writeFlacFile(flac({ bitDepth: 24 })), 'audio/flac'],
    ['8 bits', writeFlacFile(flac({ bitDepth: 8 })), null],
    ['32 bits', writeFlacFile(flac({ bitDepth: 32 })), null],
    [
      'blocks that differ in size',
      writeFlacFile(flac({ isVariable: true, blockSizes: [100, 60] })),
      'audio/flac',
    ],
    ['a file that is cut off', writeFlacFile(whole, writeFlacFrames(whole).slice(0, 3)), 'unsure length'],
    ['a stream that was joined late', writeFlacFile(flac({ firstNumber: 9000 })), 'late clock'],
    [
      'two files end to end',
      Buffer.concat([
        writeFlacFile(whole),
        writeFlacFile(flac({ channels: noise({ channelCount: 2, length: 90, bitDepth: 16, seed: 2 }) })),
      ]),
      'unsure length',
    ],
    [
      'another rate midway',
      writeFlacFile(whole, [...writeFlacFrames(whole), ...writeFlacFrames(flac({ sampleRateHz: 22_050 }))]),
      'changing',
    ],
  ])('of %s', async (_, bytes, answer) => expect(await answerTo(bytes)).toBe(answer));
});

describe('whole files of encoders', () => {
  it.each([
    ['tone.mp3', 'audio/mpeg'],
    ['mono.mp3', 'audio/mpeg'],
    ['tone.flac', 'audio/flac'],
    ['tone.ogg', 'audio/ogg'],
    ['tone.opus', 'audio/ogg'],
    ['retagged.mp3', 'audio/mpeg'],
    ['tone.m4a', undefined],
    ['tone.aac', undefined],
    ['tone.spx', undefined],
  ])('%s is %s', async (name, answer) => expect(await answerTo(fixture(name))).toBe(answer));
});
