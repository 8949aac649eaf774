import { spawnSync } from 'node:child_process';
import { FLACDecoder } from '@wasm-audio-decoders/flac';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeWhole, fixture, inPieces, largestDifference, type Sound } from '../testing/decode.testing';
import { FlacDecoder } from './flacDecoder';
import { FlacFrames } from './flacFrames';
import {
  anyFlacSound,
  crcOf,
  type FlacSound,
  noise,
  writeFlacFile,
  writeFlacFrames,
} from '../testing/flac.testing';
import { memoryFile } from './memoryFile';
import { integerCoding, interleave } from '../testing/pcm.testing';
import { widestChannels } from './widestChannels';
import { decodePieces, type WasmDecoder } from './wasmStream';

/** What libFLAC's whole numbers become: the largest is 1. Of other depths, and those not said, 2^(depth - 1) is. */
function expectedChannels({ channels, bitDepth, isUnsaid }: FlacSound): Float32Array[] {
  const isCommon = isUnsaid !== true && [8, 16, 24, 32].includes(bitDepth);
  const largest = Math.fround(2 ** (bitDepth - 1) - (isCommon ? 1 : 0));
  return channels.map((samples) => Float32Array.from(samples, (sample) => Math.fround(sample) / largest));
}

function expectSound(sound: Sound, expected: FlacSound): void {
  expect(sound.sampleRateHz).toBe(expected.sampleRateHz);
  const channels = expectedChannels(expected);
  expect(sound.channels.length).toBe(channels.length);
  channels.forEach((samples, i) => expect(largestDifference(sound.channels[i], samples)).toBe(0));
}

/** The sound without some of its frames. */
function without(sound: FlacSound, isMissing: (frame: number) => boolean): FlacSound {
  const starts = [0];
  const { length } = sound.channels[0];
  for (let i = 0; starts[i] < length; i++)
    starts.push(starts[i] + sound.blockSizes[i % sound.blockSizes.length]);
  const frameOf = (sample: number) => starts.findLastIndex((start) => start <= sample);
  const channels = sound.channels.map((samples) => samples.filter((_, i) => !isMissing(frameOf(i))));
  return { ...sound, channels };
}

const anySizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 5 });

const testSound: FlacSound = {
  channels: noise({ channelCount: 2, length: 4000, bitDepth: 16, seed: 3 }),
  bitDepth: 16,
  sampleRateHz: 44100,
  blockSizes: [400],
};

describe('FlacDecoder', () => {
  it('gives every sample, of any format, however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyFlacSound, anySizes, async (sound, sizes) => {
        expectSound(await decodeWhole('flac', inPieces(writeFlacFile(sound), sizes)), sound);
      }),
      { numRuns: 60 },
    );
  });

  it("gives what the package's own search for frames gives", async () => {
    const frames = fixture('tone.flac');
    const samplesOf = async (decoder: WasmDecoder) => {
      const samples: number[][] = [[], []];
      for await (const { channels } of decodePieces(decoder, inPieces(frames)))
        channels.forEach((channel, i) => samples[i].push(...channel));
      return samples;
    };
    const ours = await samplesOf(new FlacDecoder({ bitDepth: 16, sampleRateHz: 44_100 }));
    expect(ours[0].length).toBe(22_050);
    expect(ours).toEqual(await samplesOf(new FLACDecoder()));
  });

  it('leaves out a damaged frame, and no other', async () => {
    const anyDamage = fc.record({ frame: fc.nat(), at: fc.nat(), change: fc.integer({ min: 1, max: 255 }) });
    await fc.assert(
      fc.asyncProperty(anyFlacSound, anyDamage, async (sound, { frame, at, change }) => {
        const frames = writeFlacFrames(sound);
        fc.pre(frames.length > 1);
        const damaged = frame % frames.length;
        frames[damaged][at % frames[damaged].length] ^= change;
        const expected = without(sound, (i) => i === damaged);
        expectSound(await decodeWhole('flac', writeFlacFile(sound, frames)), expected);
      }),
      { numRuns: 60 },
    );
  });

  it('loses no memory to frames, whether whole, damaged or missing', async () => {
    const channels = noise({ channelCount: 1, length: 4096, bitDepth: 8, seed: 2 });
    const shape = { ...testSound, channels, bitDepth: 8, blockSizes: [4096] };
    const frames = [0, 1, 2, 100].flatMap((firstNumber) => writeFlacFrames({ ...shape, firstNumber }));
    frames[1][2000] ^= 1;
    const smaller = writeFlacFrames({ ...shape, blockSizes: [1024] });
    const stream = Array.from({ length: 1100 }, () => [...frames, ...smaller]).flat();
    const { channels: heard } = await decodeWhole('flac', writeFlacFile(shape, stream));
    const [expected] = expectedChannels(shape);
    expect(heard[0].length).toBe(4400 * 4096);
    expect(largestDifference(heard[0].subarray(-4096), expected)).toBe(0);
  });

  it('loses no memory to what lies between frames', async () => {
    const junk = new Uint8Array(20_000).fill(7);
    const channels = noise({ channelCount: 1, length: 10, bitDepth: 8, seed: 2 });
    const parts = Array.from({ length: 1200 }, (_, i) => [
      ...writeFlacFrames({ ...testSound, channels, bitDepth: 8, firstNumber: 2 * i }),
      junk,
    ]).flat();
    const { channels: heard } = await decodeWhole('flac', writeFlacFile(testSound, parts));
    expect(heard[0].length).toBe(1200 * 10);
  });

  it('gives silence piece by piece, though a few bytes hold minutes of it', async () => {
    const silence = new Array<number>(65_535).fill(0);
    const shape = { ...testSound, channels: [silence, silence], blockSizes: [65_535] };
    const [frame] = writeFlacFrames(shape);
    const stream = Buffer.concat(new Array<Uint8Array>(2000).fill(frame));
    let samples = 0;
    for await (const { channels } of decodePieces(
      new FlacDecoder({ bitDepth: 16, sampleRateHz: 44_100 }),
      inPieces(stream),
    )) {
      expect(channels[0].length).toBeLessThanOrEqual(65_536 + 65_535);
      samples += channels[0].length;
    }
    expect(samples).toBe(2000 * 65_535);
  });

  it('keeps the last frame before tags at the end, and all of files joined end to end', async () => {
    const file = writeFlacFile(testSound);
    const tag = Buffer.from('TAG'.padEnd(128, 'x'));
    const twice = { ...testSound, channels: testSound.channels.map((samples) => [...samples, ...samples]) };
    expectSound(await decodeWhole('flac', Buffer.concat([file, tag])), testSound);
    expectSound(await decodeWhole('flac', Buffer.concat([file, file])), twice);
  });

  it('goes on where the format changes midway, in that of the beginning', async () => {
    const mono = { ...testSound, channels: testSound.channels.slice(0, 1) };
    const wider = await decodeWhole(
      'flac',
      writeFlacFile(testSound, [...writeFlacFrames(testSound), ...writeFlacFrames(mono)]),
    );
    const [left, right] = expectedChannels(testSound);
    expect(wider.channels.map((samples) => samples.slice(0, 4000))).toEqual([left, right]);
    expect(wider.channels.map((samples) => samples.slice(4000))).toEqual([left, left]);
    const file = memoryFile(writeFlacFile(mono, [...writeFlacFrames(mono), ...writeFlacFrames(testSound)]));
    expect(await widestChannels('flac', file)).toBe(2);
    expect(await widestChannels('flac', memoryFile(writeFlacFile(mono)))).toBeUndefined();
    const slower = { ...testSound, sampleRateHz: 22_050 };
    const joined = [...writeFlacFrames(testSound), ...writeFlacFrames(slower)];
    const { channels, sampleRateHz } = await decodeWhole('flac', writeFlacFile(testSound, joined));
    expect(sampleRateHz).toBe(44_100);
    expect(channels.map(({ length }) => length)).toEqual([12_000, 12_000]);
  });

  it('gives the same of what an encoder compressed where the headers leave depth and rate to STREAMINFO', async () => {
    const file = Buffer.from(fixture('tone.flac'));
    const said = await decodeWhole('flac', file);
    const unsaid = await decodeWhole('flac', withoutDepthAndRate(file));
    const scale = 32_767 / 32_768;
    unsaid.channels.forEach((samples, channel) => {
      const expected = said.channels[channel].map((sample) => sample * scale);
      expect(largestDifference(samples, expected)).toBeLessThan(1e-7);
    });
  });
});

/** The file with frame headers that say nothing of depth and rate, their checksums renewed. */
function withoutDepthAndRate(file: Uint8Array): Uint8Array {
  const start = Buffer.from(file).indexOf(Buffer.of(0xff, 0xf8));
  const frames = new FlacFrames();
  const renewed = [...frames.push(file.subarray(start)), ...frames.flush()].map(({ bytes, header }) => {
    const frame = Buffer.from(bytes);
    frame[2] &= 0xf0;
    frame[3] &= 0xf1;
    const crcAt = header.headerBytes - 1;
    frame[crcAt] = crcOf(frame.subarray(0, crcAt), 8, 0x07);
    frame.writeUInt16BE(crcOf(frame.subarray(0, -2), 16, 0x8005), frame.length - 2);
    return frame;
  });
  return Buffer.concat([file.subarray(0, start), ...renewed]);
}

interface Encoder {
  name: string;
  command: string;
  argumentsFor: (sound: FlacSound) => string[];
}

const flacOptions = ['-8', '-0', '-b192', '--lax -b65535 -l32', '--no-padding -b4608 -m'];

const encoders: Encoder[] = [
  ...flacOptions.map((options) => ({
    name: `flac ${options}`,
    command: 'flac',
    argumentsFor: ({ channels, bitDepth, sampleRateHz }: FlacSound) => [
      ...['--silent', '--stdout', '--force-raw-format', '--endian=little', '--sign=signed'],
      ...[`--channels=${channels.length}`, `--bps=${bitDepth}`, `--sample-rate=${sampleRateHz}`],
      ...[...options.split(' '), '-'],
    ],
  })),
  {
    name: 'ffmpeg',
    command: 'ffmpeg',
    argumentsFor: ({ channels, bitDepth, sampleRateHz }) => [
      ...['-v', 'error', '-f', bitDepth === 16 ? 's16le' : 's24le', '-ac', `${channels.length}`],
      ...['-ar', `${sampleRateHz}`, '-i', '-', '-f', 'flac', '-'],
    ],
  },
];

const shapes = [
  { channelCount: 1, bitDepth: 16, sampleRateHz: 44100 },
  { channelCount: 2, bitDepth: 16, sampleRateHz: 11025 },
  { channelCount: 2, bitDepth: 24, sampleRateHz: 96000 },
  { channelCount: 8, bitDepth: 24, sampleRateHz: 48000 },
];

/** A chord with a little noise, for the encoders to find something to compress. */
function chord({ channelCount, bitDepth, sampleRateHz }: (typeof shapes)[number]): FlacSound {
  const length = 9001;
  const scale = 2 ** (bitDepth - 2);
  const channels = noise({ channelCount, length, bitDepth: 6, seed: 9 }).map((samples, channel) =>
    samples.map((hiss, i) =>
      Math.round(hiss + scale * (Math.sin(i / (20 + channel)) + 0.5 * Math.sin(i / 7))),
    ),
  );
  return { channels, bitDepth, sampleRateHz, blockSizes: [length] };
}

/** The numbers as bytes, the channels interleaved. */
function rawBytes({ channels, bitDepth }: FlacSound): Uint8Array {
  const scale = 2 ** (bitDepth - 1);
  const shares = channels.map((samples) => Float32Array.from(samples, (sample) => sample / scale));
  return interleave(shares, integerCoding(bitDepth / 8, true));
}

describe.each(encoders)('FlacDecoder, of what $name writes where it is installed', (encoder) => {
  const isInstalled = spawnSync(encoder.command, ['-version']).error === undefined;

  it.skipIf(!isInstalled).each(shapes)(
    'gives every sample of $channelCount channels, $bitDepth bits, $sampleRateHz Hz',
    async (shape) => {
      const sound = chord(shape);
      const { status, stdout, stderr } = spawnSync(encoder.command, encoder.argumentsFor(sound), {
        input: rawBytes(sound),
        maxBuffer: 1e8,
      });
      expect(status, stderr.toString()).toBe(0);
      expectSound(await decodeWhole('flac', stdout), sound);
    },
  );
});
