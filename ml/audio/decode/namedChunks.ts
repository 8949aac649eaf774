import { type RandomAccess } from '../pcm';

/** Bytes [start, end) of a file. */
export interface ByteRange {
  start: number;
  end: number;
}

/** The body of a chunk, without its header. */
export interface NamedChunk extends ByteRange {
  name: string;
}

/** A file with more chunks than this was made to be slow to read. */
export const mostChunks = 10_000;

/** What the header of a chunk says of it. */
export interface ChunkHeader {
  name: string;
  headerBytes: number;
  /** Bytes of the chunk after its header, Infinity where it goes to the end of the file. */
  bodyBytes: number;
  /** True where chunks begin at even places. */
  isPadded: boolean;
}

/** Reads the header at the start of these bytes; undefined where there is none. */
export type HeaderReader = (bytes: Uint8Array) => ChunkHeader | undefined;

/** The bodies of the chunks with one of these names, in the order of the names; none where the walk goes astray. */
export async function namedChunks(
  file: RandomAccess,
  { start, headerOf }: { start: number; headerOf: HeaderReader },
  names: string[],
): Promise<NamedChunk[]> {
  const found: NamedChunk[] = [];
  let at = start;
  for (let count = 0; at < file.size; count++) {
    const header = headerOf(await file.read(at, 24));
    if (header === undefined) break;
    if (count > mostChunks) return [];
    const { name, headerBytes, bodyBytes, isPadded } = header;
    const body = { start: at + headerBytes, end: Math.min(file.size, at + headerBytes + bodyBytes) };
    if (names.includes(name)) found.push({ ...body, name });
    at = at + headerBytes + bodyBytes + (isPadded ? bodyBytes % 2 : 0);
  }
  return names.flatMap((name) => found.filter((chunk) => chunk.name === name));
}
