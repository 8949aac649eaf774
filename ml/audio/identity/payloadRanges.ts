import { asciiAt, viewOf } from '../decode/bytes';
import { type Container } from '../decode/container';
import { isAiffSignature } from '../decode/decodeAiff';
import { isWavSignature } from '../decode/decodeWav';
import { aiffHeader, riffHeader } from '../decode/iffChunks';
import { findMp3Frame, mp3SearchBytes, xingHeaderAt } from '../decode/mp3Frame';
import { type ByteRange, type ChunkHeader, mostChunks, namedChunks } from '../decode/namedChunks';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags, afterZeros, beforeTrailingTags } from '../decode/tagRange';

const asfHeaderGuid = '\x30\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c';
const asfData = '\x36\x26\xb2\x75\x8e\x66\xcf\x11\xa6\xd9\x00\xaa\x00\x62\xce\x6c';

/**
 * The parts of a file that are its sound, in order, whatever tags stand around them:
 * - WAV: `fmt ` and `data`. AIFF: `COMM` and `SSND`.
 * - FLAC: rate, channels, depth and length from STREAMINFO, and the frames.
 * - MP4 and QuickTime: every `mdat`, the media data alone, which already differs from codec to codec.
 * - ASF and WMA: the packets of the Data object.
 * - MP3: every frame but the Xing or Info one, which programs that copy the sound write anew.
 * - All others: everything but ID3, APE and Lyrics3 tags and zeros around it.
 * A file that does not hold to its format is taken as the last kind. Ogg is none of these: its tags share pages with
 * its sound.
 */
export async function payloadRanges(
  container: Container | 'foreign',
  file: RandomAccess,
): Promise<ByteRange[]> {
  const start = await afterLeadingTags(file);
  if (container === 'mp3') return mp3Ranges(file, start);
  const head = await file.read(start, 16);
  const ranges = await structuredRanges(file, start, head);
  return ranges.some(({ start: from, end }) => end > from) ? ranges : untaggedRange(file, start);
}

async function structuredRanges(file: RandomAccess, start: number, head: Uint8Array): Promise<ByteRange[]> {
  if (asciiAt(head, 0, 4) === 'fLaC') return flacRanges(file, start);
  if (isWavSignature(head)) return waveRanges(file, start);
  if (isAiffSignature(head))
    return namedChunks(file, { start: start + 12, headerOf: aiffHeader }, ['COMM', 'SSND']);
  if (asciiAt(head, 0, 16) === asfHeaderGuid) return asfRanges(file, start);
  if (head[0] === 0 && /^[a-z]{4}$/.test(asciiAt(head, 4, 4))) {
    return namedChunks(file, { start, headerOf: boxHeader }, ['mdat']);
  }
  return [];
}

async function untaggedRange(file: RandomAccess, start: number): Promise<ByteRange[]> {
  const end = await beforeTrailingTags(file, start);
  const untagged = { start: await afterZeros(file, start, end), end };
  return untagged.end > untagged.start ? [untagged] : [{ start: 0, end: file.size }];
}

async function mp3Ranges(file: RandomAccess, start: number): Promise<ByteRange[]> {
  const head = await file.read(start, mp3SearchBytes);
  const found = findMp3Frame(head);
  if (found === undefined) return untaggedRange(file, start);
  const { offset, frame } = found;
  const hasXing = xingHeaderAt(head.subarray(offset), frame) !== undefined;
  const from = start + offset + (hasXing ? frame.frameBytes : 0);
  return [{ start: from, end: await beforeTrailingTags(file, from) }];
}

async function flacRanges(file: RandomAccess, start: number): Promise<ByteRange[]> {
  const streamInfo = { start: start + 8 + 10, end: start + 8 + 18 };
  let at = start + 4;
  for (let isLast = false, count = 0; !isLast; count++) {
    const header = await file.read(at, 4);
    if (header.length < 4 || count > mostChunks) return [];
    isLast = header[0] >= 0x80;
    at += 4 + header[1] * 65536 + header[2] * 256 + header[3];
  }
  return [streamInfo, { start: at, end: await beforeTrailingTags(file, at) }];
}

async function waveRanges(file: RandomAccess, start: number): Promise<ByteRange[]> {
  const headerOf = riffHeader(await file.read(start, 36));
  return namedChunks(file, { start: start + 12, headerOf }, ['fmt ', 'data']);
}

async function asfRanges(file: RandomAccess, start: number): Promise<ByteRange[]> {
  const objects = await namedChunks(file, { start, headerOf: asfHeader }, [asfData]);
  // The object begins with the file's id and the packet count.
  return objects.map((object) => ({ start: Math.min(object.start + 26, object.end), end: object.end }));
}

/** ISO/IEC 14496-12, 4.2: a size of 1 says that a long one follows, 0 that the box is the last. */
function boxHeader(bytes: Uint8Array): ChunkHeader | undefined {
  if (bytes.length < 8) return undefined;
  const short = viewOf(bytes).getUint32(0);
  const name = asciiAt(bytes, 4, 4);
  if (short === 1 && bytes.length < 16) return undefined;
  const headerBytes = short === 1 ? 16 : 8;
  const size = short === 1 ? Number(viewOf(bytes).getBigUint64(8)) : short === 0 ? Infinity : short;
  return size < headerBytes
    ? undefined
    : { name, headerBytes, bodyBytes: size - headerBytes, isPadded: false };
}

/** Advanced Systems Format specification, 2.2: a GUID and 64 bits of size, both counted in it. */
function asfHeader(bytes: Uint8Array): ChunkHeader | undefined {
  if (bytes.length < 24) return undefined;
  const size = Number(viewOf(bytes).getBigUint64(16, true));
  if (size < 24) return undefined;
  return { name: asciiAt(bytes, 0, 16), headerBytes: 24, bodyBytes: size - 24, isPadded: false };
}
