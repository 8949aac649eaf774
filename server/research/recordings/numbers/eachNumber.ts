import type { ByteSource } from '../files/byteSource';
import { NumberBuffer, type NumberTypeName } from './numberBuffer';

const numbersAtOnce = 2 ** 16;

/** How numbers lie in a file. */
export interface NumberRun {
  type: NumberTypeName;
  littleEndian: boolean;
  count: number;
}

/**
 * Hands every number of a run to `visit`, half a megabyte of them in memory at a time.
 *
 * @throws AppError 'unreadable' where the file ends before
 */
export async function eachNumber(
  source: ByteSource,
  { type, littleEndian, count }: NumberRun,
  visit: (value: number, index: number) => void,
): Promise<void> {
  for (let from = 0; from < count; from += numbersAtOnce) {
    const part = Math.min(numbersAtOnce, count - from);
    const buffer = new NumberBuffer(type, littleEndian, part);
    await source.require(buffer.bytes, 'its numbers');
    buffer.refresh();
    for (let i = 0; i < part; i++) visit(buffer.numbers[i], from + i);
  }
}
