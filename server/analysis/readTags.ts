import { createReadStream } from 'node:fs';
import { parseFile, parseStream, type IAudioMetadata } from 'music-metadata';
import type { Container } from '@/ml/audio/decode/container';
import { extensionOf } from '../base/audioExtensions';
import { cleanText } from '../base/cleanText';
import type { TrackTags } from '@/db/schema';

/** How each kind that is decoded here is told to the tag reader, and the endings by which it knows it anyway. */
const kinds: Record<Container, { mimeType: string; extensions: string[] }> = {
  mp3: { mimeType: 'audio/mpeg', extensions: ['mp3', 'mp2'] },
  flac: { mimeType: 'audio/flac', extensions: ['flac'] },
  'ogg-vorbis': { mimeType: 'audio/ogg', extensions: ['ogg', 'oga'] },
  'ogg-opus': { mimeType: 'audio/ogg', extensions: ['opus', 'ogg', 'oga'] },
  wav: { mimeType: 'audio/wav', extensions: ['wav', 'wave', 'bwf'] },
  aiff: { mimeType: 'audio/aiff', extensions: ['aif', 'aiff', 'aifc'] },
};

/** What a file's tags and headers say; nothing where they cannot be read. */
export interface FileTags {
  tags: TrackTags;
  container: string;
  codec: string;
  /** Length that the container announces in its own header; null where it is only worked out from the size. */
  announcedSeconds: number | null;
}

/**
 * Reads tags. Damaged ones are no reason to refuse sound that can be decoded: then nothing is known.
 */
export async function readTags(path: string, container: Container | 'foreign'): Promise<FileTags> {
  const metadata = await fileMetadata(path, container).catch(() => undefined);
  const ending = extensionOf(path) || 'unknown';
  const named = container === 'foreign' ? (cleanText(metadata?.format.container) ?? ending) : container;
  return {
    tags: cleanTags(metadata?.common),
    container: named,
    codec: cleanText(metadata?.format.codec) ?? named,
    announcedSeconds: metadata ? announcedLength(metadata.format, container) : null,
  };
}

/**
 * All that a file's tags and headers say: parsed by what the file is; by its name only where that says the same, for then
 * tags at its end are found too. Throws where they are damaged.
 */
export async function fileMetadata(path: string, container: Container | 'foreign'): Promise<IAudioMetadata> {
  if (container === 'foreign') return parseFile(path);
  const { mimeType, extensions } = kinds[container];
  if (extensions.includes(extensionOf(path))) return parseFile(path);
  const stream = createReadStream(path);
  try {
    return await parseStream(stream, { mimeType });
  } finally {
    stream.destroy();
  }
}

function cleanTags(common: IAudioMetadata['common'] | undefined): TrackTags {
  return {
    title: cleanText(common?.title),
    artists: artistsOf(common),
    album: cleanText(common?.album),
    genre: cleanText(common?.genre?.join(', ')),
    year: wholeNumber(common?.year, 9999),
    trackNumber: wholeNumber(common?.track.no, 99_999),
    hasCover: (common?.picture?.length ?? 0) > 0,
  };
}

function wholeNumber(value: unknown, most: number): number | null {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= most ? value : null;
}

/**
 * The length a container announces. An MP3 without a length in its header, and any Ogg, only has a length worked
 * out from the bytes that are there, which tells nothing of what is missing.
 */
function announcedLength(format: IAudioMetadata['format'], container: Container | 'foreign'): number | null {
  const { duration, numberOfSamples, sampleRate, codecProfile } = format;
  if (duration === undefined || !Number.isFinite(duration) || duration <= 0) return null;
  if (container === 'ogg-vorbis' || container === 'ogg-opus') return null;
  const fromSize = (numberOfSamples ?? 0) / (sampleRate ?? 1);
  if (container === 'mp3' && codecProfile === 'CBR' && Math.abs(fromSize - duration) < 0.2) return null;
  return duration;
}

function artistsOf(common: IAudioMetadata['common'] | undefined): string[] {
  const { artists = [], artist, albumartist } = common ?? {};
  const named = artists.length > 0 ? artists : [artist ?? albumartist];
  return [...new Set(named.map(cleanText).filter((name) => name !== null))];
}
