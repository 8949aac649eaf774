import { AudioError } from '../audioError';
import { asciiAt } from './bytes';
import { type ByteReader } from './byteReader';
import { checkFormat, checkLength } from './checkedSound';
import { FlacDecoder } from './flacDecoder';
import { readStreamInfo, type StreamInfo, streamInfoBytes } from './flacStreamInfo';
import { type PcmChunk } from '../pcm';
import { decodePieces } from './wasmStream';

const streamInfo = 0;

/** Decodes FLAC. Source of the layout: RFC 9639, section 8. */
export async function* decodeFlac(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  const info = await readFlacMetadata(reader);
  const { channelCount, sampleRateHz, totalSamples } = info;
  checkFormat(channelCount, sampleRateHz);
  let samples = 0;
  for await (const chunk of decodePieces(new FlacDecoder(info), reader.rest())) {
    samples += chunk.channels[0].length;
    yield chunk;
  }
  checkLength(samples / sampleRateHz, totalSamples / sampleRateHz);
}

/** Reads up to the first frame. The decoder needs the frames alone, and pictures may hold what looks like one. */
export async function readFlacMetadata(reader: ByteReader): Promise<StreamInfo> {
  if (asciiAt(await reader.take(4), 0, 4) !== 'fLaC') {
    throw new AudioError('not-audio', 'The file is not a FLAC file');
  }
  let info: StreamInfo | undefined;
  for (let isLast = false; !isLast;) {
    const header = await reader.take(4);
    if (header.length < 4) throw new AudioError('damaged', 'The FLAC file ends before its sound begins');
    isLast = header[0] >= 0x80;
    const size = header[1] * 65536 + header[2] * 256 + header[3];
    const body =
      (header[0] & 0x7f) === streamInfo ? await reader.take(Math.min(size, streamInfoBytes)) : undefined;
    if (body?.length === streamInfoBytes) info ??= readStreamInfo(body);
    await reader.skip(size - (body?.length ?? 0));
  }
  if (info === undefined)
    throw new AudioError('damaged', 'The FLAC file does not say how its sound is encoded');
  return info;
}
