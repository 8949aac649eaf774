import { type ByteReader } from './byteReader';
import { leadingTagBytes, mostTags, tagHeadBytes } from './tagRange';

/** Passes over the ID3v2 and APE tags at the head of a stream. */
export async function skipLeadingTags(reader: ByteReader): Promise<void> {
  for (let count = 0; count < mostTags; count++) {
    const head = await reader.take(tagHeadBytes);
    reader.unread(head);
    const length = leadingTagBytes(head);
    if (length === 0) return;
    await reader.skip(length);
  }
}
