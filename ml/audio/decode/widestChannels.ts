import { AudioError } from '../audioError';
import { asciiAt } from './bytes';
import { ByteReader } from './byteReader';
import { type Container } from './container';
import { readFlacMetadata } from './decodeFlac';
import { mp3Runs } from './decodeMp3';
import { fileBytes } from './fileBytes';
import { channelsOf } from './flacFrameHeader';
import { FlacFrames } from './flacFrames';
import { findMp3Frame, mp3SearchBytes } from './mp3Frame';
import { identifyOgg } from './oggCodecs';
import { pageBytes, readPage } from './oggPages';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags } from './tagRange';

const stereo = 2;

/** A page's header and the longest description of a stream. */
const pageHeadBytes = 27 + 255 + 64;

/**
 * Two, where a file begins in mono and has more channels later on, as joined files may: mixed to mono, that would be
 * heard too quiet. Undefined for any other: how it begins tells what it is. Most files are told by their first bytes;
 * one in mono is looked through.
 */
export async function widestChannels(
  container: Container,
  file: RandomAccess,
): Promise<typeof stereo | undefined> {
  const becomesStereo = watchers[container];
  if (becomesStereo === undefined) return undefined;
  return (await becomesStereo(file, await afterLeadingTags(file))) ? stereo : undefined;
}

type Watcher = (file: RandomAccess, start: number) => Promise<boolean>;

/** WAV and AIFF have no way to change. */
const watchers: Record<Container, Watcher | undefined> = {
  mp3: becomesStereoMp3,
  flac: becomesStereoFlac,
  'ogg-vorbis': becomesStereoOgg,
  'ogg-opus': becomesStereoOgg,
  wav: undefined,
  aiff: undefined,
};

async function becomesStereoMp3(file: RandomAccess, start: number): Promise<boolean> {
  const first = findMp3Frame(await file.read(start, mp3SearchBytes));
  if (first?.frame.channelCount !== 1) return false;
  const reader = new ByteReader(fileBytes(file, [{ start: start + first.offset, end: file.size }]));
  try {
    for await (const { hasStereo } of mp3Runs(reader)) if (hasStereo) return true;
    return false;
  } finally {
    await reader.close();
  }
}

async function becomesStereoFlac(file: RandomAccess, start: number): Promise<boolean> {
  const reader = new ByteReader(fileBytes(file, [{ start, end: file.size }]));
  try {
    const { channelCount } = await readFlacMetadata(reader);
    if (channelCount !== 1) return false;
    const frames = new FlacFrames();
    for await (const piece of reader.rest())
      for (const { header } of frames.push(piece)) if (channelsOf(header) > 1) return true;
    return false;
  } catch (error) {
    // What is wrong with the file is the decoder's to say.
    if (error instanceof AudioError) return false;
    throw error;
  } finally {
    await reader.close();
  }
}

/** Goes from page to page by their headers, as far as they lie one behind the other. */
async function becomesStereoOgg(file: RandomAccess, start: number): Promise<boolean> {
  for (let at = start; at < file.size;) {
    const head = await file.read(at, pageHeadBytes);
    const length = asciiAt(head, 0, 4) === 'OggS' ? pageBytes(head) : NaN;
    if (Number.isNaN(length)) return false;
    const { isFirst, body } = readPage(head);
    const channelCount = isFirst ? identifyOgg(body)?.identity.channelCount : undefined;
    if (channelCount !== undefined && channelCount > 1) return at > start;
    at += length;
  }
  return false;
}
