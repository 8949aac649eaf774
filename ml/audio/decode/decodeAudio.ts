import { AudioError } from '../audioError';
import { ByteReader } from './byteReader';
import { checkedSound } from './checkedSound';
import { type Container } from './container';
import { decodeAiff } from './decodeAiff';
import { decodeFlac } from './decodeFlac';
import { decodeMp3 } from './decodeMp3';
import { decodeOgg } from './decodeOgg';
import { decodeWav } from './decodeWav';
import { type ByteSource, type PcmChunk } from '../pcm';
import { skipLeadingTags } from './skipLeadingTags';

type Decoder = (reader: ByteReader, channelCount?: number) => AsyncGenerator<PcmChunk, void, undefined>;

const decoders: Record<Container, Decoder> = {
  mp3: decodeMp3,
  flac: decodeFlac,
  'ogg-vorbis': decodeOgg,
  'ogg-opus': decodeOgg,
  wav: decodeWav,
  aiff: decodeAiff,
};

/**
 * Decodes a sound file as its bytes come, in memory that does not grow with its length. All chunks have the same
 * 1..8 channels and the same rate within 8..384 kHz, and only finite samples; `channelCount` is told where the file
 * becomes wider than it begins (`widestChannels`).
 * Throws an AudioError, possibly after some sound, where the file is empty, no sound, damaged or cut off, or of a
 * kind not read here; an error of the source passes through as it is.
 * The decoder's memory is given back and the source closed also where the consumer stops early.
 */
export async function* decodeAudio(
  container: Container,
  source: ByteSource,
  channelCount?: number,
): AsyncGenerator<PcmChunk, void, undefined> {
  const reader = new ByteReader(source);
  try {
    if (await reader.isAtEnd()) throw new AudioError('empty', 'The file is empty');
    await skipLeadingTags(reader);
    yield* checkedSound(decoders[container](reader, channelCount), channelCount);
  } finally {
    await reader.close();
  }
}
