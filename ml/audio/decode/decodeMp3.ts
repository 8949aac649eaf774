import { MPEGDecoder } from 'mpg123-decoder';
import { AudioError } from '../audioError';
import { type ByteReader } from './byteReader';
import { checkLength } from './checkedSound';
import { declaredMp3Samples, findMp3Frame, mp3SearchBytes } from './mp3Frame';
import { type PcmChunk } from '../pcm';
import { decodePieces } from './wasmStream';

const pieceBytes = 1 << 16;

/**
 * Decodes MPEG audio of layers 1 to 3, without the encoder's delay and padding where the file tells them (LAME's
 * extension of the Xing header). A mono file comes as one channel.
 */
export async function* decodeMp3(reader: ByteReader): AsyncGenerator<PcmChunk, void, undefined> {
  const head = await reader.take(mp3SearchBytes);
  const found = findMp3Frame(head);
  // The decoder takes random bytes for sound: nothing reaches it before three frames in a row.
  if (found === undefined) throw new AudioError('not-audio', 'There is no MP3 sound in the file');
  const start = head.subarray(found.offset);
  reader.unread(start);
  const { channelCount, sampleRateHz } = found.frame;
  const declaredSamples = declaredMp3Samples(start, found.frame) ?? 0;

  let samples = 0;
  for await (const chunk of decodePieces(new MPEGDecoder(), reader.pieces(pieceBytes))) {
    samples += chunk.channels[0].length;
    // The decoder always gives two channels, and for mono the same twice.
    yield { channels: chunk.channels.slice(0, channelCount), sampleRateHz: chunk.sampleRateHz };
  }
  checkLength(samples / sampleRateHz, declaredSamples / sampleRateHz);
}
