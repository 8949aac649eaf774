import { createHash } from 'node:crypto';
import { asciiAt } from '../decode/bytes';
import { type Container } from '../decode/container';
import { fileBytes } from '../decode/fileBytes';
import { oggPayload } from './oggPayload';
import { payloadRanges } from './payloadRanges';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags } from '../decode/tagRange';

/**
 * SHA-256, in hex, of the sound of a file without its tags: the name of the recording. Renaming and retagging keep
 * it, and two formats never share one. Memory does not grow with the file.
 */
export async function payloadHash(container: Container | 'foreign', file: RandomAccess): Promise<string> {
  const hash = createHash('sha256').update(`${container}\n`);
  const packets = (await isOgg(file)) ? await oggPayload(file) : undefined;
  if (packets !== undefined) return hash.update(packets).digest('hex');
  for (const range of await payloadRanges(container, file)) {
    hash.update(`${range.end - range.start}\n`);
    for await (const piece of fileBytes(file, [range])) hash.update(piece);
  }
  return hash.digest('hex');
}

async function isOgg(file: RandomAccess): Promise<boolean> {
  return asciiAt(await file.read(await afterLeadingTags(file), 4), 0, 4) === 'OggS';
}
