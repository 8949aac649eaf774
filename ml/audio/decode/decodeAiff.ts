import { AudioError } from '../audioError';
import { asciiAt, viewOf } from './bytes';
import { type ByteReader } from './byteReader';
import { type PcmChunk } from '../pcm';
import { decodePcm, isReadable, type PcmLayout } from './pcmLayout';

const commonBytes = 22;

/** What the COMM chunk of an AIFF file says. `layout` is undefined where the encoding is not one we read. */
interface AiffHead {
  layout: PcmLayout | undefined;
  compression: string;
  declaredFrames: number;
}

/**
 * Decodes AIFF and AIFF-C: integer PCM of 1..32 bits in either byte order, floating point of 32 and 64, A-law, mu-law.
 * Sources: Apple, Audio Interchange File Format 1.3 (1989) and AIFF-C draft (1991).
 */
export async function* decodeAiff(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  const { layout, compression, declaredFrames } = await readAiffHead(reader);
  if (layout === undefined) {
    throw new AudioError(
      'unsupported',
      `The AIFF file is compressed as ${JSON.stringify(compression)}, which is not read here`,
    );
  }
  const soundBytes = await findSound(reader);
  const frameBytes = layout.channelCount * layout.bytesPerSample;
  // Programs that write to a pipe leave either at 0; what lies behind the chunk is no sound.
  const byteCount = Math.min(soundBytes || Infinity, declaredFrames * frameBytes || Infinity);
  yield* decodePcm(reader, layout, { byteCount, declaredFrames });
}

/**
 * Reads up to and with the COMM chunk. Throws an AudioError where the bytes are no AIFF file or the sound comes
 * before its description, which a stream cannot go back to: `readingOrder` puts it first.
 */
export async function readAiffHead(reader: ByteReader): Promise<AiffHead> {
  const form = await reader.take(12);
  if (!isAiffSignature(form)) throw new AudioError('not-audio', 'The file is not an AIFF file');
  const size = await findChunk(reader, 'COMM');
  const body = await reader.take(Math.min(size, commonBytes));
  await reader.skip(size + (size % 2) - body.length);
  return readCommon(body, asciiAt(form, 8, 4) === 'AIFC');
}

/** True for the first twelve bytes of an AIFF or AIFF-C file. */
export function isAiffSignature(head: Uint8Array): boolean {
  return asciiAt(head, 0, 4) === 'FORM' && ['AIFF', 'AIFC'].includes(asciiAt(head, 8, 4));
}

/** Goes to the first sample and says how many bytes of samples the SSND chunk declares. */
async function findSound(reader: ByteReader): Promise<number> {
  const size = await findChunk(reader, 'SSND');
  const head = await reader.take(8);
  if (head.length < 8) throw new AudioError('damaged', 'The AIFF file ends before its sound begins');
  const offset = viewOf(head).getUint32(0);
  await reader.skip(offset);
  return Math.max(0, size - 8 - offset);
}

async function findChunk(reader: ByteReader, wanted: 'COMM' | 'SSND'): Promise<number> {
  for (;;) {
    const header = await reader.take(8);
    if (header.length < 8) throw new AudioError('damaged', 'The AIFF file ends before its sound begins');
    const name = asciiAt(header, 0, 4);
    const size = viewOf(header).getUint32(4);
    if (name === wanted) return size;
    if (name === 'SSND') {
      throw new AudioError('unsupported', 'The AIFF file has its sound before the description of it');
    }
    await reader.skip(size + (size % 2));
  }
}

function readCommon(body: Uint8Array, isCompressedForm: boolean): AiffHead {
  if (body.length < (isCompressedForm ? commonBytes : 18)) {
    throw new AudioError('damaged', 'The AIFF file does not say how its sound is encoded');
  }
  const view = viewOf(body);
  const compression = isCompressedForm ? asciiAt(body, 18, 4) : 'NONE';
  const coding = codingOf(compression, Math.ceil(view.getUint16(6) / 8));
  // The rates of old Macintosh computers have a fraction (22,254.54); rates are whole everywhere else.
  const format = { channelCount: view.getUint16(0), sampleRateHz: Math.round(extendedAt(view, 8)) };
  const layout = coding === undefined ? undefined : { ...format, ...coding };
  const readable = layout !== undefined && isReadable(layout) ? layout : undefined;
  return { layout: readable, compression, declaredFrames: view.getUint32(2) };
}

type Coding = Pick<PcmLayout, 'encoding' | 'bytesPerSample' | 'littleEndian'>;

function codingOf(compression: string, bytesPerSample: number): Coding | undefined {
  switch (compression.toLowerCase()) {
    case 'none':
    case 'twos':
      return { encoding: 'signed', bytesPerSample, littleEndian: false };
    case 'sowt':
      return { encoding: 'signed', bytesPerSample, littleEndian: true };
    case 'in24':
      return { encoding: 'signed', bytesPerSample: 3, littleEndian: false };
    case 'in32':
      return { encoding: 'signed', bytesPerSample: 4, littleEndian: false };
    case 'raw ':
      return { encoding: 'unsigned', bytesPerSample: 1, littleEndian: false };
    case 'fl32':
      return { encoding: 'float', bytesPerSample: 4, littleEndian: false };
    case 'fl64':
      return { encoding: 'float', bytesPerSample: 8, littleEndian: false };
    case 'alaw':
      return { encoding: 'a-law', bytesPerSample: 1, littleEndian: false };
    case 'ulaw':
      return { encoding: 'mu-law', bytesPerSample: 1, littleEndian: false };
    default:
      return undefined;
  }
}

/** An 80-bit extended number (IEEE 754, Motorola's form): sign, 15 bits of exponent, 64 bits of mantissa. */
function extendedAt(view: DataView, at: number): number {
  const signAndExponent = view.getUint16(at);
  const exponent = (signAndExponent & 0x7fff) - 16383;
  const magnitude =
    view.getUint32(at + 2) * 2 ** (exponent - 31) + view.getUint32(at + 6) * 2 ** (exponent - 63);
  return signAndExponent >= 0x8000 ? -magnitude : magnitude;
}
