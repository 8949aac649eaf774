import { asciiAt, viewOf } from './bytes';
import { type RandomAccess } from '../pcm';

const id3v2Header = 10;
const id3v1TagBytes = 128;
const id3v1EnhancedBytes = 227;
const apeHeader = 32;
const lyrics3V1MostBytes = 5100 + 20;
const scanBytes = 1 << 16;

/** A file with more tags than this was made to be slow to read. */
export const mostTags = 64;

/** How many bytes tell whether a tag begins with them. */
export const tagHeadBytes = 32;

/** The length of the ID3v2 or APE tag that begins with these bytes, header and footer included; 0 for none. */
export function leadingTagBytes(head: Uint8Array): number {
  return id3v2Bytes(head) || apeHeadBytes(head);
}

/** Where the sound begins: past every ID3v2 and APE tag at the file's head. */
export async function afterLeadingTags(file: RandomAccess): Promise<number> {
  let start = 0;
  for (let count = 0; count < mostTags && start < file.size; count++) {
    const length = leadingTagBytes(await file.read(start, tagHeadBytes));
    if (length === 0) break;
    start += length;
  }
  return Math.min(start, file.size);
}

/**
 * Where the sound ends: before every ID3v1, enhanced ID3v1, APE, Lyrics3 and appended ID3v2 tag at the file's tail,
 * and before zeros that pad the end.
 */
export async function beforeTrailingTags(file: RandomAccess, start: number): Promise<number> {
  let end = file.size;
  for (let count = 0; count < mostTags; count++) {
    const length = await trailingTagBytes(file, end);
    const next = length > 0 ? end - length : await beforeZeros(file, start, end);
    if (next === end || next < start) break;
    end = next;
  }
  return end;
}

/** The first place in [start, end) whose byte is not zero; `end` where all are. */
export async function afterZeros(file: RandomAccess, start: number, end: number): Promise<number> {
  for (let at = start; at < end; at += scanBytes) {
    const piece = await file.read(at, Math.min(scanBytes, end - at));
    const found = piece.findIndex((byte) => byte !== 0);
    if (found >= 0) return at + found;
  }
  return end;
}

async function beforeZeros(file: RandomAccess, start: number, end: number): Promise<number> {
  for (let top = end; top > start; top -= scanBytes) {
    const bottom = Math.max(start, top - scanBytes);
    const piece = await file.read(bottom, top - bottom);
    const found = piece.findLastIndex((byte) => byte !== 0);
    if (found >= 0) return bottom + found + 1;
  }
  return start;
}

/** The length of the tag that ends at `end`; 0 for none. */
export async function trailingTagBytes(file: RandomAccess, end: number): Promise<number> {
  const from = Math.max(0, end - lyrics3V1MostBytes);
  const tail = await file.read(from, end - from);
  return id3v1Bytes(tail) || apeTailBytes(tail) || lyrics3Bytes(tail) || id3v2TailBytes(tail);
}

/** ID3 tag version 2.4.0, Main Structure, sections 3.1 and 3.4. */
function id3v2Bytes(head: Uint8Array): number {
  if (head.length < id3v2Header || asciiAt(head, 0, 3) !== 'ID3') return 0;
  const size = synchsafe(head, 6);
  if (head[3] === 0xff || head[4] === 0xff || size === undefined) return 0;
  const footer = (head[5] & 0x10) !== 0 ? id3v2Header : 0;
  return id3v2Header + size + footer;
}

function id3v1Bytes(tail: Uint8Array): number {
  if (tail.length < id3v1TagBytes || asciiAt(tail, tail.length - id3v1TagBytes, 3) !== 'TAG') return 0;
  const both = id3v1TagBytes + id3v1EnhancedBytes;
  return tail.length >= both && asciiAt(tail, tail.length - both, 4) === 'TAG+' ? both : id3v1TagBytes;
}

/** APE tags, version 1 and 2: the size counts the items and the footer, not the header. */
function apeHeadBytes(head: Uint8Array): number {
  if (head.length < apeHeader || asciiAt(head, 0, 8) !== 'APETAGEX') return 0;
  return apeHeader + viewOf(head).getUint32(12, true);
}

function apeTailBytes(tail: Uint8Array): number {
  const at = tail.length - apeHeader;
  if (at < 0 || asciiAt(tail, at, 8) !== 'APETAGEX') return 0;
  const view = viewOf(tail);
  const hasHeader = view.getUint32(at + 20, true) >= 0x80000000;
  return view.getUint32(at + 12, true) + (hasHeader ? apeHeader : 0);
}

function lyrics3Bytes(tail: Uint8Array): number {
  const mark = asciiAt(tail, Math.max(0, tail.length - 9), 9);
  if (mark === 'LYRICS200') {
    const digits = asciiAt(tail, Math.max(0, tail.length - 15), 6);
    return /^\d{6}$/.test(digits) ? Number(digits) + 15 : 0;
  }
  if (mark !== 'LYRICSEND') return 0;
  const begin = Buffer.from(tail).lastIndexOf('LYRICSBEGIN');
  return begin < 0 ? 0 : tail.length - begin;
}

function id3v2TailBytes(tail: Uint8Array): number {
  const at = tail.length - id3v2Header;
  if (at < 0 || asciiAt(tail, at, 3) !== '3DI') return 0;
  const size = synchsafe(tail, at + 6);
  return size === undefined ? 0 : size + 2 * id3v2Header;
}

/** Four bytes of seven bits each, as ID3v2 writes sizes. */
function synchsafe(bytes: Uint8Array, at: number): number | undefined {
  const four = bytes.subarray(at, at + 4);
  if (four.some((byte) => byte > 0x7f)) return undefined;
  return four.reduce((value, byte) => value * 128 + byte, 0);
}
