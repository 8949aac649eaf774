import { asciiAt } from './bytes';
import { ByteReader } from './byteReader';
import { type Container } from './container';
import { mp3Runs } from './decodeMp3';
import { fileBytes } from './fileBytes';
import { findMp3Frame, mp3SearchBytes } from './mp3Frame';
import { identifyOgg } from './oggCodecs';
import { pageBytes, readPage } from './oggPages';
import { type RandomAccess } from '../pcm';
import { afterLeadingTags } from './tagRange';

const stereo = 2;

/** A page's header and the longest description of a stream. */
const pageHeadBytes = 27 + 255 + 64;

/**
 * Two, where a file begins in mono and has stereo later on, as MP3 and Ogg files that were joined may: mixed to mono,
 * that would be heard too quiet. Undefined for any other: how it begins tells what it is. Most files are told by their
 * first bytes; one in mono is looked through.
 */
export async function widestChannels(
  container: Container,
  file: RandomAccess,
): Promise<typeof stereo | undefined> {
  const start = await afterLeadingTags(file);
  const isWider =
    container === 'mp3'
      ? await becomesStereoMp3(file, start)
      : container === 'ogg-vorbis' || container === 'ogg-opus'
        ? await becomesStereoOgg(file, start)
        : false;
  return isWider ? stereo : undefined;
}

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
