import { expect, it } from 'vitest';
import { mostTagBytes, TagsTooLarge } from '@/ml/audio/tags/tagsTooLarge';
import { tagBytes } from './tagBytes';

it.each([100_000, 10_000_000])(
  'more tags than are read were given out in pieces of %i bytes',
  async (pieceBytes) => {
    const piece = new Uint8Array(pieceBytes);
    const file = tagBytes({ size: 1e9, read: () => Promise.resolve(piece) });
    let given = 0;
    const readAll = async () => {
      for (let at = 0; at < file.size; at += pieceBytes) given += (await file.read(at, pieceBytes)).length;
    };
    await expect(readAll()).rejects.toThrow(TagsTooLarge);
    expect(given).toBeLessThanOrEqual(mostTagBytes);
    expect(given).toBeGreaterThan(mostTagBytes - pieceBytes);
  },
);
