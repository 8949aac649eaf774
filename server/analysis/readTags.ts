import type { IAudioMetadata } from 'music-metadata';
import type { TrackTags } from '@/db/schema';
import type { Container } from '@/ml/audio/decode/container';
import { extensionOf } from '../base/audioExtensions';
import { cleanText } from '../base/cleanText';
import { coverOf, type Cover } from './cover';
import type { OpenFile } from './decodeFile';
import type { CommonTags } from './readTagsInfo';
import { fileMetadata } from './readTagsOfFile';

/** What a file's tags and headers say; nothing where they cannot be read. */
export interface FileTags {
  tags: TrackTags;
  container: string;
  codec: string;
  /** Length that the container announces in its own header; null where it is only worked out from the size. */
  announcedSeconds: number | null;
  /** What the headers say of the whole: samples of all channels together; null where they do not. */
  announcedSamples: number | null;
  /** What is odd about the tags themselves, in plain words. */
  tagRemark: string | null;
  /** The picture that is shown for the sound. */
  cover: Cover | null;
}

/**
 * Reads tags. Damaged ones are no reason to refuse sound that can be decoded: then less is known, or nothing; nor are
 * those that are too large, which are told of.
 */
export async function readTags(file: OpenFile): Promise<FileTags> {
  const { path, container } = file;
  const metadata = await fileMetadata(file).catch(() => undefined);
  const cover = coverOf(metadata?.common);
  const ending = extensionOf(path) || 'unknown';
  const named = container === 'foreign' ? (cleanText(metadata?.format.container) ?? ending) : container;
  return {
    tags: { ...cleanTags(metadata?.common ?? {}), hasCover: cover !== null },
    container: named,
    codec: cleanText(metadata?.format.codec) ?? named,
    announcedSeconds: metadata ? announcedLength(metadata.format, container) : null,
    announcedSamples: metadata ? samplesOf(metadata.format) : null,
    tagRemark: metadata?.isTooLarge ? tagsIgnored : null,
    cover,
  };
}

/** What is known of a file whose tags are left alone, as reading them ended the process. */
export function withoutTags({ path, container }: OpenFile): FileTags {
  const named = container === 'foreign' ? extensionOf(path) || 'unknown' : container;
  const announced = { announcedSeconds: null, announcedSamples: null };
  return {
    tags: cleanTags({}),
    container: named,
    codec: named,
    ...announced,
    tagRemark: tagsIgnored,
    cover: null,
  };
}

const tagsIgnored = 'its tags are too large to be read to their end: the rest of them is ignored';

function samplesOf({ duration, sampleRate, numberOfChannels }: IAudioMetadata['format']): number | null {
  const samples = (duration ?? NaN) * (sampleRate ?? NaN) * (numberOfChannels ?? NaN);
  return Number.isFinite(samples) && samples > 0 ? samples : null;
}

function cleanTags(common: CommonTags): TrackTags {
  return {
    title: cleanText(common.title),
    artists: artistsOf(common),
    album: cleanText(common.album),
    genre: cleanText(common.genre?.join(', ')),
    year: wholeNumber(common.year, 9999),
    trackNumber: wholeNumber(common.track?.no, 99_999),
    hasCover: false,
  };
}

/** More names than this are a list of everybody who was there. */
const mostArtists = 64;

/** Every artist once, in the order of the tags; the album's where the track has none. */
function artistsOf({ artists = [], artist, albumartists = [], albumartist }: CommonTags): string[] {
  const ofTrack = namesOf(artists.length > 0 ? artists.flatMap((names) => parted(names, artist)) : [artist]);
  return ofTrack.length > 0 ? ofTrack : namesOf(albumartists.length > 0 ? albumartists : [albumartist]);
}

/**
 * Some programs keep a list of artists as one text with slashes, beside the artist as it is shown. It is parted only where
 * that shows every part, and not with that slash: "One/Other" beside "One & Other", never "AC/DC".
 */
function parted(names: string, shown = ''): string[] {
  const [first, ...others] = names.split('/');
  const parts = [first];
  for (const part of others) {
    const joined = `${parts.at(-1)}/${part}`;
    if (shown.includes(joined)) parts[parts.length - 1] = joined;
    else parts.push(part);
  }
  return parts.every((part) => shown.includes(part.trim())) ? parts : [names];
}

function namesOf(texts: unknown[]): string[] {
  const names = texts.map(cleanText).filter((name) => name !== null);
  return [...new Set(names)].slice(0, mostArtists);
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
  // The parser gives the count of a DSF file as a BigInt, whatever it declares.
  const fromSize = Number(numberOfSamples ?? 0) / (sampleRate ?? 1);
  if (container === 'mp3' && codecProfile === 'CBR' && Math.abs(fromSize - duration) < 0.2) return null;
  return duration;
}
