import { AudioError } from '../audioError';
import { type ByteReader } from './byteReader';
import { type OggCodec, OggLink } from './oggLink';
import { oggPages } from './oggPages';
import { type PcmChunk } from '../pcm';

/**
 * Decodes the codec's stream in an Ogg file, and the streams chained behind it one after the other (RFC 3533,
 * section 4). Other streams multiplexed with it are passed over.
 */
export async function* decodeOgg(
  reader: ByteReader,
  codec: OggCodec,
): AsyncGenerator<PcmChunk, void, undefined> {
  let link: OggLink | undefined;
  let pageCount = 0;
  try {
    for await (const page of oggPages(reader)) {
      pageCount++;
      const identity = page.isFirst ? codec.identify(page.body) : undefined;
      // A second sound stream before the first one's sound begins runs beside it, not after it.
      if (identity !== undefined && link?.hasHeaders !== false) {
        if (link !== undefined) yield* link.finish();
        link?.free();
        link = undefined;
        link = await OggLink.open(page.serial, codec, identity);
      }
      if (link?.serial === page.serial) yield* link.feed(page);
    }
    if (link === undefined) throw noStream(codec.name, pageCount);
    yield* link.finish();
  } finally {
    link?.free();
  }
}

function noStream(codecName: string, pageCount: number): AudioError {
  return pageCount === 0
    ? new AudioError('not-audio', 'There is no whole page of Ogg in the file')
    : new AudioError('unsupported', `There is no ${codecName} sound in the Ogg file`);
}
