import { readFileSync } from 'node:fs';
import { type Container } from '../decode/container';
import { decodeAudio } from '../decode/decodeAudio';
import { type ByteSource } from '../pcm';
import { joinedSamples } from '../joinedSamples';

/** A sound as a whole, for tests. */
export interface Sound {
  channels: Float32Array[];
  sampleRateHz: number;
}

/** The bytes of a file in fixtures/. */
export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`../fixtures/${name}`, import.meta.url)));
}

/** The bytes in pieces of these sizes, taken in turn. */
export async function* inPieces(bytes: Uint8Array, sizes: number[] = [65536]): AsyncGenerator<Uint8Array> {
  for (let at = 0, i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length];
    yield await Promise.resolve(bytes.subarray(at, at + size));
    at += size;
  }
}

/** Decodes a whole file, of bytes or of a stream of them. */
export async function decodeWhole(container: Container, source: Uint8Array | ByteSource): Promise<Sound> {
  const parts: Float32Array[][] = [];
  let sampleRateHz = 0;
  for await (const chunk of decodeAudio(
    container,
    source instanceof Uint8Array ? inPieces(source) : source,
  )) {
    parts.push(chunk.channels);
    sampleRateHz = chunk.sampleRateHz;
  }
  return {
    channels: parts[0].map((_, channel) => joinedSamples(parts.map((part) => part[channel]))),
    sampleRateHz,
  };
}

/** The largest difference between two lists of samples. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  return Array.from(actual).reduce((most, sample, i) => Math.max(most, Math.abs(sample - expected[i])), 0);
}
