import type { FileHandle } from 'node:fs/promises';
import type { RandomAccess } from '@/ml/audio/pcm';

/** Called with the share of the file that has been read, 0..1. */
export type ReadListener = (fraction: number) => void;

/** A file that can be read at any place; every read counts as a sign of life. */
export function randomAccess(handle: FileHandle, size: number, onRead: ReadListener): RandomAccess {
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const bytes = new Uint8Array(wanted);
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(bytes, filled, wanted - filled, offset + filled);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      onRead((offset + filled) / size);
      return bytes.subarray(0, filled);
    },
  };
}
