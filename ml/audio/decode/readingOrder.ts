import { type Container } from './container';
import { iffHeaderBytes, soundChunks, withHeader } from './iffChunks';
import { type ByteRange } from './namedChunks';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags } from './tagRange';

/**
 * The bytes of a file in the order in which a stream of them can be decoded: as they lie, unless it is a WAV or AIFF
 * file whose sound lies before what tells of it. Chunks of AIFF may come in any order.
 */
export async function readingOrder(container: Container, file: RandomAccess): Promise<ByteRange[]> {
  const asTheyLie = [{ start: 0, end: file.size }];
  if (container !== 'wav' && container !== 'aiff') return asTheyLie;
  const start = await afterLeadingTags(file);
  const chunks = await soundChunks(container, file, start);
  if (chunks.every(({ start: at }, i) => i === 0 || chunks[i - 1].start < at)) return asTheyLie;
  return [{ start, end: start + iffHeaderBytes }, ...chunks.map(withHeader)];
}
