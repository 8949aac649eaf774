/** A file that nobody should be able to use. */
export interface DamagedFile {
  /** What is wrong with it. */
  damage: string;
  /** Its place in the test's folder. */
  place: string;
  content: Buffer;
  /** What a person must be told at least; any plain reason where left out. */
  told?: string;
  /** Files that lie beside it, by place. */
  beside?: Record<string, string>;
}

/** Bytes that look like nothing, the same for a seed each time (xorshift). */
export function noise(seed: number, length: number): Buffer {
  let state = seed * 2654435761 + 1;
  return Buffer.from(
    Uint8Array.from({ length }, () => {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      return state & 255;
    }),
  );
}

/** A file cut off at each of so many places, from nearly nothing to nearly all. */
export function cutOff(place: string, content: Buffer, times: number): DamagedFile[] {
  return Array.from({ length: times }, (_, index) => {
    const length = 1 + Math.floor((index * (content.length - 2)) / (times - 1));
    return { damage: `cut off after ${length} bytes`, place, content: content.subarray(0, length) };
  });
}

/** A packed file with one bit turned in each of so many places behind its header, which its checksum must tell. */
export function bitsTurned(place: string, packed: Buffer, times: number): DamagedFile[] {
  return Array.from({ length: times }, (_, index) => {
    const at = 10 + Math.floor((index * (packed.length - 10)) / times);
    const content = Buffer.from(packed);
    content[at] ^= 1 << (index % 8);
    return { damage: `bit ${index % 8} of byte ${at} turned`, place, content };
  });
}

/** A copy with other bytes at one place. */
export function changed(content: Buffer, change: (bytes: Buffer) => void): Buffer {
  const copy = Buffer.from(content);
  change(copy);
  return copy;
}
