import { AudioError } from '../audioError';
import { asciiAt, viewOf } from './bytes';
import { type ByteReader } from './byteReader';
import { type PcmChunk } from '../pcm';
import { decodePcm, isReadable, type PcmLayout } from './pcmLayout';

const formatPcm = 1;
const formatFloat = 3;
const formatALaw = 6;
const formatMuLaw = 7;
const formatExtensible = 0xfffe;

/** The rest of the GUID that turns a format number into a subformat of WAVE_FORMAT_EXTENSIBLE: two numbers, bytes. */
const subformatNumbers = [0x0000, 0x0010] as const;
const subformatTail = '\x80\x00\x00\xaa\x00\x38\x9b\x71';

/** Programs that write to a pipe cannot go back to fill in the size and put one near these limits there. */
const unknownSizeFrom = 0x7fff0000;

const formatBytes = 40;

/** What comes before the samples of a WAV file. `layout` is undefined where their encoding is not one we read. */
interface WavHead {
  layout: PcmLayout | undefined;
  formatNumber: number;
  /** Undefined where the file does not know: the samples go to its end. */
  dataBytes: number | undefined;
}

/**
 * Decodes WAV: integer PCM of 8..32 bits, floating point of 32 and 64, A-law and mu-law, plain, extensible, RF64 or in
 * the other byte order (RIFX).
 * Sources: Microsoft Multimedia Programming Interface 1.0 (RIFF); EBU Tech 3306 (RF64); ITU-R BS.2088 (BW64).
 */
export async function* decodeWav(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  const { layout, formatNumber, dataBytes } = await readWavHead(reader);
  if (layout === undefined) {
    throw new AudioError(
      'unsupported',
      `The WAV file is encoded in format ${formatNumber}, which is not read here`,
    );
  }
  const frameBytes = layout.channelCount * layout.bytesPerSample;
  const isCertain = dataBytes !== undefined && dataBytes < unknownSizeFrom;
  const declaredFrames = isCertain ? Math.floor(dataBytes / frameBytes) : 0;
  yield* decodePcm(reader, layout, { byteCount: dataBytes, declaredFrames });
}

/** Reads up to the first sample. Throws an AudioError where the bytes are no WAV file, or have no format or data. */
export async function readWavHead(reader: ByteReader): Promise<WavHead> {
  const riff = await reader.take(12);
  if (!isWavSignature(riff)) throw new AudioError('not-audio', 'The file is not a WAV file');
  const littleEndian = asciiAt(riff, 0, 4) !== 'RIFX';
  let format: { layout: PcmLayout | undefined; formatNumber: number } | undefined;
  let longDataBytes = 0;
  for (;;) {
    const header = await reader.take(8);
    if (header.length < 8) throw new AudioError('damaged', 'The WAV file ends before its sound begins');
    const name = asciiAt(header, 0, 4);
    const size = viewOf(header).getUint32(4, littleEndian);
    if (name === 'data') {
      if (format === undefined)
        throw new AudioError('damaged', 'The WAV file does not say how its sound is encoded');
      return { ...format, dataBytes: dataSize(size, longDataBytes) };
    }
    const body =
      name === 'fmt ' || name === 'ds64' ? await reader.take(Math.min(size, formatBytes)) : undefined;
    if (name === 'fmt ' && body !== undefined) format = readFormat(body, littleEndian);
    if (name === 'ds64' && body !== undefined && body.length >= 16) {
      longDataBytes = Number(viewOf(body).getBigUint64(8, true));
    }
    await reader.skip(size + (size % 2) - (body?.length ?? 0));
  }
}

/** True for the first twelve bytes of a WAV file of either size and byte order. */
export function isWavSignature(head: Uint8Array): boolean {
  return ['RIFF', 'RIFX', 'RF64', 'BW64'].includes(asciiAt(head, 0, 4)) && asciiAt(head, 8, 4) === 'WAVE';
}

function dataSize(size: number, longDataBytes: number): number | undefined {
  if (size === 0xffffffff && longDataBytes > 0) return longDataBytes;
  return size === 0 || size === 0xffffffff ? undefined : size;
}

function readFormat(body: Uint8Array, littleEndian: boolean): Pick<WavHead, 'layout' | 'formatNumber'> {
  if (body.length < 16) throw new AudioError('damaged', 'The WAV file does not say how its sound is encoded');
  const view = viewOf(body);
  const numberAt = (at: number) => view.getUint16(at, littleEndian);
  const formatNumber = isExtensible(body, numberAt) ? view.getUint32(24, littleEndian) : numberAt(0);
  const channelCount = numberAt(2);
  const bytesPerSample = sampleBytes(numberAt(14), numberAt(12) / channelCount);
  const encoding = encodingOf(formatNumber, bytesPerSample);
  if (encoding === undefined) return { layout: undefined, formatNumber };
  const sampleRateHz = view.getUint32(4, littleEndian);
  const layout = { channelCount, sampleRateHz, encoding, bytesPerSample, littleEndian };
  return { layout: isReadable(layout) ? layout : undefined, formatNumber };
}

function isExtensible(body: Uint8Array, numberAt: (at: number) => number): boolean {
  if (numberAt(0) !== formatExtensible || asciiAt(body, 32, 8) !== subformatTail) return false;
  return subformatNumbers.every((number, i) => numberAt(28 + 2 * i) === number);
}

/** The room a sample takes: as the block size says where it makes sense (20 bits may lie in 4 bytes), else the bits. */
function sampleBytes(bits: number, fromBlock: number): number {
  const fromBits = Math.ceil(bits / 8);
  return Number.isInteger(fromBlock) && fromBlock >= fromBits && fromBlock <= 8 ? fromBlock : fromBits;
}

function encodingOf(formatNumber: number, bytesPerSample: number): PcmLayout['encoding'] | undefined {
  switch (formatNumber) {
    case formatPcm:
      return bytesPerSample === 1 ? 'unsigned' : 'signed';
    case formatFloat:
      return 'float';
    case formatALaw:
      return 'a-law';
    case formatMuLaw:
      return 'mu-law';
    default:
      return undefined;
  }
}
