import { createHash, type Hash } from 'node:crypto';
import { asciiAt } from '../decode/bytes';
import { ByteReader } from '../decode/byteReader';
import { fileBytes } from '../decode/fileBytes';
import { oggPages, packetParts } from '../decode/oggPages';
import { type RandomAccess } from '../pcm';

/** A logical stream on its way into the hash. */
interface OggStream {
  hash: Hash;
  isFlac: boolean;
  /** How many packets have ended. */
  packetCount: number;
  /** Bytes of the packet that is open. */
  packetBytes: number;
  isTagPacket: boolean;
}

/**
 * A digest of the packets of every logical stream of an Ogg file but the packets that hold tags: how packets lie on
 * pages, page numbers, checksums and serial numbers, which retagging changes, do not count. Undefined where the file
 * has no whole page.
 */
export async function oggPayload(file: RandomAccess): Promise<Uint8Array | undefined> {
  const current = new Map<number, OggStream>();
  const all: OggStream[] = [];
  for await (const page of oggPages(new ByteReader(fileBytes(file)))) {
    let stream = current.get(page.serial);
    if (stream === undefined || page.isFirst) {
      stream = {
        hash: createHash('sha256'),
        isFlac: false,
        packetCount: 0,
        packetBytes: 0,
        isTagPacket: false,
      };
      current.set(page.serial, stream);
      all.push(stream);
    }
    for (const part of packetParts(page)) addPart(stream, part);
  }
  return all.length === 0 ? undefined : Buffer.concat(all.map(({ hash }) => hash.digest()));
}

function addPart(stream: OggStream, { bytes, isEnd }: { bytes: Uint8Array; isEnd: boolean }): void {
  if (stream.packetBytes === 0) {
    stream.isFlac ||= stream.packetCount === 0 && asciiAt(bytes, 0, 5) === '\x7fFLAC';
    stream.isTagPacket = holdsTags(stream, bytes);
  }
  // In the first packet of Ogg FLAC, bytes 7 and 8 count the metadata packets, which are no part of the sound.
  const isFlacHead = stream.isFlac && stream.packetCount === 0;
  if (!stream.isTagPacket) stream.hash.update(isFlacHead ? bytes.subarray(9) : bytes);
  stream.packetBytes += bytes.length;
  if (!isEnd) return;
  if (!stream.isTagPacket) stream.hash.update(`\n${stream.packetBytes}\n`);
  stream.packetCount++;
  stream.packetBytes = 0;
}

/** Vorbis, Opus, Speex and Theora keep tags in the second packet, Ogg FLAC in those between the first and the frames. */
function holdsTags({ isFlac, packetCount }: OggStream, bytes: Uint8Array): boolean {
  return isFlac ? packetCount > 0 && bytes[0] !== 0xff : packetCount === 1;
}
