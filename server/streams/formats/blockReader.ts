import type { RandomAccess } from '@/ml/audio/pcm';

const blockBytes = 1 << 18;
const nothing = new Uint8Array(0);

/** A file whose bytes are read in large blocks, however small the portions that are asked for one after the other, or before it. */
export function blockReader(file: RandomAccess): RandomAccess {
  let block: Uint8Array = nothing;
  let blockAt = 0;
  return {
    size: file.size,
    async read(offset, length) {
      const from = offset - blockAt;
      if (from >= 0 && from + length <= block.length) return block.subarray(from, from + length);
      const most = Math.max(length, blockBytes);
      const start = from < 0 ? Math.max(0, Math.min(offset, offset + length - most)) : offset;
      block = await file.read(start, most);
      blockAt = start;
      return block.subarray(offset - start, offset - start + length);
    },
  };
}
