import type { RandomAccess } from '@/ml/audio/pcm';
import { mostTagBytes, TagsTooLarge } from '@/ml/audio/tags/tagsTooLarge';

/**
 * A file for a reader of tags, which takes into memory whatever a header says: more than 32 MB are not given out, in however
 * many pieces, and throw TagsTooLarge. What is read of the headers of a day of sound is less.
 */
export function tagBytes(file: RandomAccess): RandomAccess {
  let given = 0;
  return {
    size: file.size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, file.size - offset));
      given += wanted;
      if (given > mostTagBytes) throw new TagsTooLarge();
      return file.read(offset, wanted);
    },
  };
}

/** A file without its first bytes. */
export function fileFrom(file: RandomAccess, start: number): RandomAccess {
  return { size: file.size - start, read: (offset, length) => file.read(start + offset, length) };
}

/** A file as the parser of tags takes one: it asks no more of a Blob than its size, its type and slices of it. */
export function blobOf(file: RandomAccess, type: string): Blob {
  const slice = (start: number, end: number) => ({
    arrayBuffer: async () => {
      const bytes = await file.read(start, end - start);
      return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length);
    },
  });
  return { size: file.size, type, slice } as unknown as Blob;
}
