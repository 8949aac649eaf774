import { AudioError } from '../audioError';
import { type ByteReader } from './byteReader';
import { identifyOgg, otherOggCodec } from './oggCodecs';
import { OggLink } from './oggLink';
import { type OggPage, oggPages } from './oggPages';
import { type PcmChunk } from '../pcm';

/**
 * Decodes the first stream of Vorbis or Opus in an Ogg file, and the streams chained behind it one after the other,
 * each of either codec (RFC 3533, section 4). Other streams multiplexed with it are passed over; where the sound goes on
 * in a codec that is not read here, an AudioError says so.
 */
export async function* decodeOgg(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  let link: OggLink | undefined;
  let pageCount = 0;
  try {
    for await (const page of oggPages(reader)) {
      pageCount++;
      if (link?.isOver === true) checkReadable(page);
      const opened = page.isFirst ? identifyOgg(page.body) : undefined;
      // A second sound stream before the first one's sound begins runs beside it, not after it.
      if (opened !== undefined && link?.hasHeaders !== false) {
        if (link !== undefined) yield* link.finish();
        link?.free();
        link = undefined;
        link = await OggLink.open(page.serial, opened.codec, opened.identity);
      }
      if (link?.serial === page.serial) yield* link.feed(page);
    }
    if (link === undefined) throw noStream(pageCount);
    yield* link.finish();
  } finally {
    link?.free();
  }
}

function checkReadable({ isFirst, body }: OggPage): void {
  const name = isFirst ? otherOggCodec(body) : undefined;
  if (name === undefined) return;
  throw new AudioError('unsupported', `The sound goes on as ${name}, which is not read behind another kind`);
}

function noStream(pageCount: number): AudioError {
  return pageCount === 0
    ? new AudioError('not-audio', 'There is no whole page of Ogg in the file')
    : new AudioError('unsupported', 'There is no Vorbis or Opus sound in the Ogg file');
}
