import { ByteSource } from '../../files/byteSource';
import { fileFault } from '../../files/fileFault';
import { readHead } from '../../files/fileHead';
import { NumberBuffer } from '../../numbers/numberBuffer';
import type { Frames } from '../blocks/frameBlocks';
import { Hdf5File, isDataset } from './hdf5File';
import { elementsOf, type MatNumbers } from './matValue';
import { stretchChunks, type FileStretch } from './stretchChunks';

const numbersAtOnce = 2 ** 17;

/**
 * The numbers of an array in their order, column by column, in pieces of whole frames, each written over by the next.
 *
 * @param width numbers of a frame, by which the array's count can be divided
 * @throws AppError 'unreadable' where the file is damaged
 */
export function arrayFrames(array: MatNumbers, width: number, signal?: AbortSignal): Frames {
  const { place } = array;
  if (place.kind === 'dataset') return datasetFrames(place, array.dimensions, width);
  const stretch =
    place.kind === 'packed'
      ? { path: place.path, ...place.packed, isPacked: true }
      : { path: place.path, fromByte: place.offsetBytes, bytes: Infinity, isPacked: false };
  const skipped = place.kind === 'packed' ? place.offsetBytes : 0;
  return storedFrames(array, { stretch, skipped, width }, signal);
}

async function* storedFrames(
  { type, littleEndian, dimensions }: MatNumbers,
  { stretch, skipped, width }: { stretch: FileStretch; skipped: number; width: number },
  signal?: AbortSignal,
): AsyncGenerator<Float64Array> {
  const source = new ByteSource(stretch.path, stretchChunks(stretch, signal));
  const frames = elementsOf(dimensions) / width;
  const atOnce = Math.max(1, Math.floor(numbersAtOnce / width));
  let piece: Float64Array | undefined;
  try {
    await source.skip(skipped);
    for (let frame = 0; frame < frames; frame += atOnce) {
      const buffer = new NumberBuffer(type, littleEndian, Math.min(atOnce, frames - frame) * width);
      await source.require(buffer.bytes, 'its numbers');
      buffer.refresh();
      piece ??= new Float64Array(buffer.numbers.length);
      piece.set(buffer.numbers);
      yield piece.subarray(0, buffer.numbers.length);
    }
  } finally {
    await source.close();
  }
}

/** Of a data set, parts of its first dimension at once, or of its second where one of the first is too large. */
async function* datasetFrames(
  { path, dataset: name }: { path: string; dataset: string },
  dimensions: readonly number[],
  width: number,
): AsyncGenerator<Float64Array> {
  const [first, second = 1, ...rest] = [...dimensions].reverse();
  const file = await Hdf5File.open(await readHead(path));
  let piece = new Float64Array(0);
  try {
    const row = elementsOf(rest);
    const whole = Math.floor(numbersAtOnce / (second * row));
    const step = whole >= 1 ? second : Math.max(1, Math.floor(numbersAtOnce / Math.max(row, width)));
    for (let from = 0; from < first; from += Math.max(1, whole)) {
      const to = Math.min(first, from + Math.max(1, whole));
      for (let part = 0; part < second; part += step) {
        const ranges = [
          [from, to],
          [part, Math.min(second, part + step)],
          ...rest.map((length) => [0, length]),
        ];
        const numbers = file.read((hdf5) =>
          numbersOf(path, hdf5.get(name), ranges.slice(0, dimensions.length)),
        );
        if (piece.length < numbers.length) piece = new Float64Array(numbers.length);
        const filled = piece.subarray(0, numbers.length);
        if (isLarge(numbers)) filled.set(Float64Array.from(numbers, Number));
        else filled.set(numbers);
        yield filled;
      }
    }
  } finally {
    file.close();
  }
}

type Large = BigInt64Array | BigUint64Array;

const isLarge = (numbers: ArrayLike<number> | Large): numbers is Large =>
  numbers instanceof BigInt64Array || numbers instanceof BigUint64Array;

function numbersOf(
  path: string,
  entity: Parameters<typeof isDataset>[0],
  ranges: number[][],
): ArrayLike<number> | Large {
  const numbers = isDataset(entity) ? entity.slice(ranges as [number, number][]) : null;
  const count = ranges.reduce((product, [from, to]) => product * (to - from), 1);
  if (ArrayBuffer.isView(numbers) && (numbers as unknown as Uint8Array).length === count) {
    return numbers;
  }
  throw fileFault('unreadable', path, 'its numbers cannot be read: copy it again');
}
