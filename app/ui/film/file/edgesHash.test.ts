import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { edgesHash } from './edgesHash';

const mebibyte = 2 ** 20;
const sha256 = (...parts: Uint8Array[]) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex');
};

describe('edgesHash', () => {
  it('is of the first and last MiB alone', async () => {
    const bytes = Uint8Array.from({ length: 3 * mebibyte }, (_, i) => (i * 31 + (i >> 9)) % 251);
    const film = new Blob([bytes]);
    const known = sha256(bytes.subarray(0, mebibyte), bytes.subarray(2 * mebibyte));
    expect(await edgesHash(film)).toBe(known);
    bytes[1.5 * mebibyte] ^= 1;
    expect(await edgesHash(new Blob([bytes]))).toBe(known);
    bytes[bytes.length - 1] ^= 1;
    expect(await edgesHash(new Blob([bytes]))).not.toBe(known);
  });

  it('has a short file twice', async () => {
    const bytes = Uint8Array.of(1, 2, 3);
    expect(await edgesHash(new Blob([bytes]))).toBe(sha256(bytes, bytes));
  });
});
