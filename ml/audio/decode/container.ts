import { AudioError } from '../audioError';
import { asciiAt } from './bytes';
import { ByteReader } from './byteReader';
import { isAiffSignature, readAiffHead } from './decodeAiff';
import { isWavSignature, readWavHead } from './decodeWav';
import { fileBytes } from './fileBytes';
import { foreignHeadBytes, isForeignContainer } from './foreignSignatures';
import { descriptionRanges } from './iffChunks';
import { findMp3Frame, mp3SearchBytes } from './mp3Frame';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags } from './tagRange';

/** The kinds of sound file that are decoded here. */
export type Container = 'mp3' | 'flac' | 'ogg-vorbis' | 'ogg-opus' | 'wav' | 'aiff';

/**
 * Which kind of sound file this is, by what is in it and never by its name.
 * - `foreign`: a container known by its signature, or a WAV or AIFF encoding, that only an outside program can read.
 * - undefined: nothing known, such as text, random bytes, an empty file.
 */
export async function sniffContainer(file: RandomAccess): Promise<Container | 'foreign' | undefined> {
  const start = await afterLeadingTags(file);
  const head = await file.read(start, foreignHeadBytes);
  if (asciiAt(head, 0, 4) === 'fLaC') return 'flac';
  if (isWavSignature(head)) return withReadableEncoding('wav', file, start);
  if (isAiffSignature(head)) return withReadableEncoding('aiff', file, start);
  const ogg = oggCodec(head);
  if (ogg !== undefined) return ogg;
  if (isForeignContainer(head)) return 'foreign';
  const search = await file.read(start, mp3SearchBytes);
  return findMp3Frame(search) === undefined ? undefined : 'mp3';
}

/** The codec of the first logical stream, whose first packet begins right after the first page's header. */
function oggCodec(head: Uint8Array): Container | undefined {
  if (asciiAt(head, 0, 4) !== 'OggS' || head.length < 27) return undefined;
  const packetAt = 27 + head[26];
  if (asciiAt(head, packetAt, 7) === '\x01vorbis') return 'ogg-vorbis';
  if (asciiAt(head, packetAt, 8) === 'OpusHead') return 'ogg-opus';
  return undefined;
}

async function withReadableEncoding(
  container: 'wav' | 'aiff',
  file: RandomAccess,
  start: number,
): Promise<Container | 'foreign'> {
  const reader = new ByteReader(fileBytes(file, await descriptionRanges(container, file, start)));
  try {
    const { layout } = await (container === 'wav' ? readWavHead(reader) : readAiffHead(reader));
    return layout === undefined ? 'foreign' : container;
  } catch (error) {
    // What is wrong with the file is the decoder's to say.
    if (error instanceof AudioError) return container;
    throw error;
  } finally {
    await reader.close();
  }
}
