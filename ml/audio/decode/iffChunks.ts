import { asciiAt, viewOf } from './bytes';
import {
  type ByteRange,
  type ChunkHeader,
  type HeaderReader,
  type NamedChunk,
  namedChunks,
} from './namedChunks';
import { type RandomAccess } from '../pcm';

/** The file's own header: its kind, its size and its form. */
export const iffHeaderBytes = 12;
const chunkHeaderBytes = 8;
/** Of the chunk that holds the sound: its header and what AIFF puts before the first sample. */
const soundHeadBytes = 16;

/** The chunks that tell of the sound, and last the one that holds it. */
const soundNames = ['data', 'SSND'];
const wanted = { wav: ['ds64', 'fmt ', 'data'], aiff: ['COMM', 'SSND'] };

/** What tells of the sound in a WAV or AIFF file, up to the first bytes of it, wherever in the file it lies. */
export async function descriptionRanges(
  container: 'wav' | 'aiff',
  file: RandomAccess,
  start: number,
): Promise<ByteRange[]> {
  const chunks = await soundChunks(container, file, start);
  const ranges = chunks.map(({ name, ...body }) => {
    const { start: from, end } = withHeader(body);
    return { start: from, end: soundNames.includes(name) ? Math.min(end, from + soundHeadBytes) : end };
  });
  return [{ start, end: start + iffHeaderBytes }, ...ranges];
}

/** The first chunk of each kind that matters, the sound last. */
export async function soundChunks(
  container: 'wav' | 'aiff',
  file: RandomAccess,
  start: number,
): Promise<NamedChunk[]> {
  const names = wanted[container];
  const headerOf = container === 'wav' ? riffHeader(await file.read(start, 36)) : aiffHeader;
  const chunks = await namedChunks(file, { start: start + iffHeaderBytes, headerOf }, names);
  return chunks.filter(({ name }, i) => i === 0 || chunks[i - 1].name !== name);
}

/** The whole chunk of this body. */
export function withHeader({ start, end }: ByteRange): ByteRange {
  // Chunks of an odd length are followed by a byte that is not theirs.
  return { start: start - chunkHeaderBytes, end: end + ((end - start) % 2) };
}

/**
 * Reads the chunk headers of a RIFF file, of which these are the first bytes: RIFX has its numbers in the other order,
 * RF64 and BW64 tell the size of the sound in their first chunk.
 */
export function riffHeader(riff: Uint8Array): HeaderReader {
  const isLong =
    ['RF64', 'BW64'].includes(asciiAt(riff, 0, 4)) && asciiAt(riff, 12, 4) === 'ds64' && riff.length >= 36;
  const longDataBytes = isLong ? Number(viewOf(riff).getBigUint64(28, true)) : 0;
  const littleEndian = asciiAt(riff, 0, 4) !== 'RIFX';
  return (bytes) => {
    if (bytes.length < 8) return undefined;
    const name = asciiAt(bytes, 0, 4);
    const size = viewOf(bytes).getUint32(4, littleEndian);
    const isOpen = name === 'data' && (size === 0 || size === 0xffffffff);
    return { name, headerBytes: 8, bodyBytes: isOpen ? longDataBytes || Infinity : size, isPadded: true };
  };
}

/** Reads the chunk headers of an AIFF file. */
export function aiffHeader(bytes: Uint8Array): ChunkHeader | undefined {
  if (bytes.length < 8) return undefined;
  return {
    name: asciiAt(bytes, 0, 4),
    headerBytes: 8,
    bodyBytes: viewOf(bytes).getUint32(4),
    isPadded: true,
  };
}
