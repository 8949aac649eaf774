import { asciiAt, viewOf } from '../decode/bytes';
import { leadingTagBytes, mostTags, tagHeadBytes, trailingTagBytes } from '../decode/tagRange';
import type { RandomAccess } from '../pcm';
import { taggedChunks } from './taggedChunks';
import { mostTagBytes, TagsTooLarge } from './tagsTooLarge';

/** The blocks of tags of a file as they lie in it, those that count more first. */
export interface TagBlocks {
  /** ID3v2 tags, each from its header on. */
  id3v2: Uint8Array[];
  /** APE and ID3v1 tags, each whole. */
  others: Uint8Array[];
  /** The body of a RIFF file's INFO list, after its name. */
  info?: { bytes: Uint8Array; isBigEndian: boolean };
}

/**
 * Finds the tags of a file: at its head and its tail, and in the chunks of WAV, AIFF, DSDIFF and DSF. Vorbis comments
 * and the tags of MP4, ASF and Matroska are no such blocks. Throws TagsTooLarge where all of them have more than 32 MB.
 */
export async function tagBlocks(file: RandomAccess): Promise<TagBlocks> {
  const blocks: TagBlocks = { id3v2: [], others: [] };
  const start = await readLeading(file, blocks);
  const { id3v2, info } = await taggedChunks(file, start);
  for (const { start: from, end } of id3v2) await take(file, blocks, [from, end]);
  if (info) {
    requireRoom(blocks, info.end - info.start);
    blocks.info = {
      bytes: await file.read(info.start, info.end - info.start),
      isBigEndian: info.isBigEndian,
    };
  }
  await readTrailing(file, blocks, start);
  return blocks;
}

/** Returns where what is no tag begins. */
async function readLeading(file: RandomAccess, blocks: TagBlocks): Promise<number> {
  let at = 0;
  for (let count = 0; count < mostTags && at < file.size; count++) {
    const length = leadingTagBytes(await file.read(at, tagHeadBytes));
    if (length === 0) break;
    await take(file, blocks, [at, at + length]);
    at += length;
  }
  return Math.min(at, file.size);
}

async function readTrailing(file: RandomAccess, blocks: TagBlocks, start: number): Promise<void> {
  let end = file.size;
  for (let count = 0; count < mostTags; count++) {
    const length = await trailingTagBytes(file, end);
    if (length === 0 || end - length < start) return;
    await take(file, blocks, [end - length, end]);
    end -= length;
  }
}

async function take(file: RandomAccess, blocks: TagBlocks, [start, end]: [number, number]): Promise<void> {
  if (end <= start || start >= file.size) return;
  requireRoom(blocks, Math.min(end, file.size) - start);
  const bytes = await file.read(start, end - start);
  if (asciiAt(bytes, 0, 3) === 'ID3') blocks.id3v2.push(bytes);
  else if (asciiAt(bytes, bytes.length - 128, 3) === 'TAG') blocks.others.push(bytes.subarray(-128));
  else if (isApe(bytes)) blocks.others.unshift(bytes);
}

function requireRoom({ id3v2, others }: TagBlocks, bytes: number): void {
  const taken = [...id3v2, ...others].reduce((sum, block) => sum + block.length, 0);
  if (taken + bytes > mostTagBytes) throw new TagsTooLarge();
}

/** An APE tag with its footer, which is how it is found. */
function isApe(bytes: Uint8Array): boolean {
  const footer = bytes.length - 32;
  return (
    footer >= 0 &&
    asciiAt(bytes, footer, 8) === 'APETAGEX' &&
    viewOf(bytes).getUint32(footer + 8, true) >= 1000
  );
}
