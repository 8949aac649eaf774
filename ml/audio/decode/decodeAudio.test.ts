import { MPEGDecoder } from 'mpg123-decoder';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AudioError } from '../audioError';
import { ByteReader } from './byteReader';
import { type Container } from './container';
import { decodeAudio } from './decodeAudio';
import { decodeWhole, fixture, inPieces, largestDifference, type Sound } from '../testing/decode.testing';
import { oggHeaderPages } from './oggHeaderPages';
import { oggPages, packetParts } from './oggPages';
import { decodePieces } from './wasmStream';

/** `tolerance`: the root mean square error the encoder makes at these bit rates; the tones have 0.354. */
const files: { name: string; container: Container; sampleRateHz: number; tolerance: number }[] = [
  { name: 'tone.mp3', container: 'mp3', sampleRateHz: 44100, tolerance: 0.02 },
  { name: 'tone.flac', container: 'flac', sampleRateHz: 44100, tolerance: 2e-5 },
  { name: 'tone.ogg', container: 'ogg-vorbis', sampleRateHz: 44100, tolerance: 0.02 },
  { name: 'tone.opus', container: 'ogg-opus', sampleRateHz: 48000, tolerance: 0.02 },
];

const containers: Container[] = ['mp3', 'flac', 'ogg-vorbis', 'ogg-opus', 'wav', 'aiff'];

/** The root mean square difference from the tone the fixtures were made of, the first and last 20 ms left out. */
function errorOf(
  samples: Float32Array,
  { frequencyHz, sampleRateHz }: { frequencyHz: number; sampleRateHz: number },
): number {
  const margin = sampleRateHz / 50;
  const differences = Array.from(
    samples.subarray(margin, -margin),
    (sample, i) => sample - 0.5 * Math.sin((2 * Math.PI * frequencyHz * (i + margin)) / sampleRateHz),
  );
  return Math.sqrt(differences.reduce((sum, difference) => sum + difference ** 2, 0) / differences.length);
}

async function reasonOf(decoding: Promise<Sound>): Promise<string> {
  try {
    await decoding;
    return 'sound';
  } catch (error) {
    if (error instanceof AudioError) return error.reason;
    throw error;
  }
}

/** The Ogg file with another identification packet, or with tags of another size. */
async function withHeaders(
  name: string,
  change: { identity?: (packet: Buffer) => void; tags?: Uint8Array },
): Promise<Uint8Array> {
  const pages = [];
  for await (const page of oggPages(new ByteReader(inPieces(fixture(name))))) pages.push(page);
  const headerPages = pages.filter(({ granule }) => granule === 0);
  const headers: Uint8Array[] = [];
  let open: Uint8Array[] = [];
  for (const { bytes, isEnd } of headerPages.flatMap((page) => [...packetParts(page)])) {
    open.push(bytes);
    if (!isEnd) continue;
    headers.push(Buffer.concat(open));
    open = [];
  }
  const identity = Buffer.from(headers[0]);
  change.identity?.(identity);
  const packets = [identity, change.tags ?? headers[1], ...headers.slice(2)];
  const sound = pages.filter(({ granule }) => granule !== 0).map(({ bytes }) => bytes);
  return Buffer.concat([...oggHeaderPages(7, packets), ...sound]);
}

// The decoders report what they stumble over on the console.
beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe.each(files)('decodeAudio of $name', ({ name, container, sampleRateHz, tolerance }) => {
  it('gives the two tones, in place and of the right length', async () => {
    const sound = await decodeWhole(container, fixture(name));
    expect(sound.sampleRateHz).toBe(sampleRateHz);
    expect(sound.channels.map(({ length }) => length)).toEqual([sampleRateHz / 2, sampleRateHz / 2]);
    expect(errorOf(sound.channels[0], { frequencyHz: 440, sampleRateHz })).toBeLessThan(tolerance);
    expect(errorOf(sound.channels[1], { frequencyHz: 660, sampleRateHz })).toBeLessThan(tolerance);
  });

  it('gives the same however the stream is split', async () => {
    const whole = await decodeWhole(container, fixture(name));
    const anySplit = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(anySplit, async (split) => {
        const { channels } = await decodeWhole(container, inPieces(fixture(name), split));
        channels.forEach((samples, i) => expect(largestDifference(samples, whole.channels[i])).toBe(0));
      }),
      { numRuns: 10 },
    );
  });

  it('ends in sound or an AudioError, cut off anywhere', async () => {
    const bytes = fixture(name);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        const reason = await reasonOf(decodeWhole(container, bytes.subarray(0, length)));
        expect(['sound', 'empty', 'damaged', 'not-audio']).toContain(reason);
      }),
      { numRuns: 40 },
    );
  });

  it('ends in sound of no absurd length or an AudioError, with bytes changed anywhere', async () => {
    const anyChange = fc.record({
      at: fc.nat(fixture(name).length - 1),
      bytes: fc.uint8Array({ maxLength: 400 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyChange, { minLength: 1, maxLength: 4 }), async (changes) => {
        const bytes = Uint8Array.from(fixture(name));
        for (const { at, bytes: changed } of changes) bytes.set(changed.subarray(0, bytes.length - at), at);
        const frames = await decodeWhole(container, bytes).then(
          ({ channels }) => channels[0].length,
          (error: unknown) => (error instanceof AudioError ? 0 : Infinity),
        );
        expect(frames).toBeLessThan(2 * sampleRateHz);
      }),
      { numRuns: 40 },
    );
  });

  it('closes the source when the consumer stops early, and passes on its errors', async () => {
    let isClosed = false;
    async function* source(fails: boolean) {
      try {
        yield* inPieces(fixture(name), [6000]);
        if (fails) throw new Error('the disk is gone');
      } finally {
        isClosed = true;
      }
    }
    for await (const chunk of decodeAudio(container, source(false))) {
      expect(chunk.channels.length).toBe(2);
      break;
    }
    expect(isClosed).toBe(true);
    await expect(decodeWhole(container, source(true))).rejects.toThrow('the disk is gone');
  });
});

describe.each(containers)('decodeAudio of what is no %s', (container) => {
  it('says that nothing is empty', async () => {
    expect(await reasonOf(decodeWhole(container, new Uint8Array(0)))).toBe('empty');
  });

  it('says that text and random bytes are no sound', async () => {
    const anyBytes = fc.oneof(
      fc
        .string({ minLength: 1, maxLength: 3000, unit: 'binary' })
        .map((text) => new Uint8Array(Buffer.from(text))),
      fc.uint8Array({ minLength: 1, maxLength: 5000, size: 'max' }),
    );
    await fc.assert(
      fc.asyncProperty(anyBytes, async (bytes) => {
        expect(await reasonOf(decodeWhole(container, bytes))).toBe('not-audio');
      }),
      { numRuns: 30 },
    );
  });
});

describe('decodeAudio', () => {
  it('frees the decoder when the consumer stops early', async () => {
    const free = vi.fn();
    const decoder = new MPEGDecoder();
    const realFree = decoder.free;
    decoder.free = () => {
      free();
      realFree();
    };
    for await (const chunk of decodePieces(decoder, inPieces(fixture('tone.mp3')))) {
      expect(chunk.channels.length).toBe(2);
      break;
    }
    expect(free).toHaveBeenCalledTimes(1);
  });

  it('gives a mono MP3 as one channel', async () => {
    const { channels } = await decodeWhole('mp3', fixture('mono.mp3'));
    expect(channels.length).toBe(1);
    expect(errorOf(channels[0], { frequencyHz: 440, sampleRateHz: 44100 })).toBeLessThan(0.02);
  });

  it.each(['mp3', 'flac'] as const)(
    'passes over ID3v2 tags that hold what looks like sound, in %s',
    async (container) => {
      const name = `tone.${container}`;
      const decoy = Buffer.alloc(5000);
      decoy.set(fixture('mono.mp3'));
      const tag = Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\x27\x08', 'latin1'), decoy]);
      const plain = await decodeWhole(container, fixture(name));
      const tagged = await decodeWhole(container, Buffer.concat([tag, tag, fixture(name)]));
      expect(largestDifference(tagged.channels[1], plain.channels[1])).toBe(0);
    },
  );

  it.each([
    { name: 'tone.ogg', container: 'ogg-vorbis', magic: '\x03vorbis' },
    { name: 'tone.opus', container: 'ogg-opus', magic: 'OpusTags' },
  ] as const)('passes over tags of many pages in $name', async ({ name, container, magic }) => {
    const tags = Buffer.alloc(3_000_000, 'picture');
    tags.write(magic, 0, 'latin1');
    const plain = await decodeWhole(container, fixture(name));
    const { channels } = await decodeWhole(container, await withHeaders(name, { tags }));
    expect(largestDifference(channels[0], plain.channels[0])).toBe(0);
  });

  it('applies the output gain of Opus', async () => {
    const quieter = await withHeaders('tone.opus', {
      identity: (packet) => packet.writeInt16LE(-6 * 256, 16),
    });
    const plain = await decodeWhole('ogg-opus', fixture('tone.opus'));
    const { channels } = await decodeWhole('ogg-opus', quieter);
    const expected = plain.channels[0].map((sample) => sample * 10 ** (-6 / 20));
    expect(largestDifference(channels[0], expected)).toBeLessThan(1e-6);
  });

  it.each([
    { name: 'tone.ogg', container: 'ogg-vorbis' },
    { name: 'tone.opus', container: 'ogg-opus' },
  ] as const)('plays chained streams of $name one after the other', async ({ name, container }) => {
    const one = await decodeWhole(container, fixture(name));
    const two = await decodeWhole(container, Buffer.concat([fixture(name), fixture(name)]));
    expect(two.channels[1].length).toBe(2 * one.channels[1].length);
    expect(largestDifference(two.channels[1].subarray(one.channels[1].length), one.channels[1])).toBe(0);
  });

  it.each([
    ['damaged', { identity: (packet: Buffer) => packet.writeUInt8(0, 11) }],
    ['unsupported', { identity: (packet: Buffer) => packet.writeUInt8(140, 11) }],
    ['unsupported', { identity: (packet: Buffer) => packet.writeUInt32LE(7_000_000, 12) }],
  ])('says %s of Vorbis with absurd numbers', async (reason, change) => {
    expect(await reasonOf(decodeWhole('ogg-vorbis', await withHeaders('tone.ogg', change)))).toBe(reason);
  });

  it('goes on where a chained stream has other channels, or is of the other codec', async () => {
    const first = await decodeWhole('ogg-opus', fixture('tone.opus'));
    const mono = await withHeaders('tone.opus', { identity: (packet) => packet.writeUInt8(1, 9) });
    const toMono = await decodeWhole('ogg-opus', Buffer.concat([fixture('tone.opus'), mono]));
    expect(toMono.channels.map(({ length }) => length)).toEqual([48_000, 48_000]);
    expect(largestDifference(toMono.channels[0].subarray(24_000), toMono.channels[1].subarray(24_000))).toBe(
      0,
    );
    const toVorbis = await decodeWhole(
      'ogg-opus',
      Buffer.concat([fixture('tone.opus'), fixture('tone.ogg')]),
    );
    expect(toVorbis.sampleRateHz).toBe(48_000);
    expect(toVorbis.channels[0].length).toBe(48_000);
    expect(largestDifference(toVorbis.channels[0].subarray(0, 24_000), first.channels[0])).toBe(0);
    const rest = toVorbis.channels[0].subarray(24_000);
    expect(errorOf(rest, { frequencyHz: 440, sampleRateHz: 48_000 })).toBeLessThan(0.03);
  });

  it('says where the sound goes on in a codec that is not read here', async () => {
    const both = Buffer.concat([fixture('tone.ogg'), fixture('tone.spx')]);
    expect(await reasonOf(decodeWhole('ogg-vorbis', both))).toBe('unsupported');
  });

  it.each([
    ['tone.mp3', 'mp3'],
    ['tone.flac', 'flac'],
  ] as const)('says that %s is damaged when half of it is missing', async (name, container) => {
    const bytes = fixture(name);
    const half = decodeWhole(container, bytes.subarray(0, Math.floor(bytes.length * 0.4)));
    await expect(half).rejects.toThrow(/should hold 0\.5 seconds of sound, but only 0\.[12]/);
  });
});
