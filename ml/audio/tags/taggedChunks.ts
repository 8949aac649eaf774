import { asciiAt, viewOf } from '../decode/bytes';
import type { RandomAccess } from '../pcm';

interface Range {
  start: number;
  end: number;
}

/** Where the chunks of a file hold tags. */
export interface TaggedChunks {
  id3v2: Range[];
  info?: Range & { isBigEndian: boolean };
}

/** A file with more chunks than this was made to be slow to read. */
const mostChunks = 10_000;

interface ChunkFormat {
  /** Where the first chunk begins, after the file's own header. */
  first: number;
  /** Bytes of a chunk's size, which follows its four characters. */
  sizeBytes: 4 | 8;
  isLittleEndian: boolean;
}

/**
 * Finds the ID3v2 tags and the INFO list in the chunks of WAV (RIFF, RIFX, RF64), AIFF and DSDIFF files, and the tag to
 * which the head of a DSF file points (DSF File Format Specification 1.01). Nothing for other files.
 */
export async function taggedChunks(file: RandomAccess, start: number): Promise<TaggedChunks> {
  const head = await file.read(start, 36);
  if (asciiAt(head, 0, 4) === 'DSD ') return { id3v2: dsfTag(file, head) };
  const format = chunkFormat(head);
  return format ? walk(file, start, format) : { id3v2: [] };
}

function chunkFormat(head: Uint8Array): ChunkFormat | undefined {
  const [magic, kind] = [asciiAt(head, 0, 4), asciiAt(head, 8, 4)];
  if (kind === 'WAVE' && ['RIFF', 'RF64', 'BW64'].includes(magic))
    return { first: 12, sizeBytes: 4, isLittleEndian: true };
  if (kind === 'WAVE' && magic === 'RIFX') return { first: 12, sizeBytes: 4, isLittleEndian: false };
  if (magic === 'FORM' && /^AIF[FC]$/.test(kind)) return { first: 12, sizeBytes: 4, isLittleEndian: false };
  if (magic === 'FRM8') return { first: 16, sizeBytes: 8, isLittleEndian: false };
  return undefined;
}

async function walk(file: RandomAccess, start: number, format: ChunkFormat): Promise<TaggedChunks> {
  const found: TaggedChunks = { id3v2: [] };
  const { first, sizeBytes, isLittleEndian } = format;
  const longData = await longDataBytes(file, start);
  let at = start + first;
  for (let count = 0; count < mostChunks; count++) {
    const header = await file.read(at, 4 + sizeBytes + 4);
    if (header.length < 4 + sizeBytes) break;
    const view = viewOf(header);
    const said = sizeBytes === 4 ? view.getUint32(4, isLittleEndian) : Number(view.getBigUint64(4));
    const name = asciiAt(header, 0, 4);
    const size = name === 'data' && said === 0xffffffff ? longData : said;
    const body = { start: at + 4 + sizeBytes, end: Math.min(file.size, at + 4 + sizeBytes + size) };
    if (/^id3 $/i.test(name)) found.id3v2.push(body);
    if (name === 'LIST' && asciiAt(header, 8, 4) === 'INFO')
      found.info = { start: body.start + 4, end: body.end, isBigEndian: !isLittleEndian };
    at += 4 + sizeBytes + size + (size % 2);
  }
  return found;
}

/** The true length of a `data` chunk of more than 4 GiB (EBU Tech 3306). */
async function longDataBytes(file: RandomAccess, start: number): Promise<number> {
  const head = await file.read(start, 36);
  return head.length === 36 && asciiAt(head, 12, 4) === 'ds64'
    ? Number(viewOf(head).getBigUint64(28, true))
    : Infinity;
}

function dsfTag(file: RandomAccess, head: Uint8Array): Range[] {
  if (head.length < 28) return [];
  const at = Number(viewOf(head).getBigUint64(20, true));
  return at > 0 && at < file.size ? [{ start: at, end: file.size }] : [];
}
