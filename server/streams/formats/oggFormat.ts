import { asciiAt, viewOf } from '@/ml/audio/decode/bytes';
import { packetParts, pageBytes, readPage, type OggPage } from '@/ml/audio/decode/oggPages';
import type { RandomAccess } from '@/ml/audio/pcm';
import { mostParts } from './mostParts';
import { opusPacketSamples } from './opusPacketSamples';
import type { FormatFlaw, SoundFormat } from './soundFormat';

const mostPageHeaderBytes = 27 + 255;
/** A clock that begins later than this is seen to, seconds. */
const latestStartSeconds = 0.05;
/** Encoders put 0.0065 s before the sound, or 0.08 as RFC 7845, 4.2, advises. */
const mostPreSkipSeconds = 0.1;
/** What the clock of Opus counts a second, whatever went in. */
const opusClockHz = 48_000;

interface Stream {
  format: SoundFormat;
  /** Samples that a packet holds at most. */
  packetSamples: (packet: Uint8Array) => number;
  preSkipSeconds: number;
}

/**
 * What an Ogg file at `start` holds, by its first page; its other pages' headers tell whether that is all.
 * Undefined for codecs other than Vorbis and Opus.
 */
export async function oggFormat(file: RandomAccess, start: number): Promise<SoundFormat | undefined> {
  const first = await pageAt(file, start);
  const packet = first && [...packetParts(first)].at(0)?.bytes;
  const stream = packet && (vorbisStream(packet) ?? opusStream(packet));
  if (!stream) return undefined;
  const isSkipLong = stream.preSkipSeconds > mostPreSkipSeconds;
  return { ...stream.format, flaw: isSkipLong ? 'long pre-skip' : await flawOf(file, start, stream) };
}

async function flawOf(file: RandomAccess, start: number, stream: Stream): Promise<FormatFlaw | null> {
  let at = start;
  let hasClock = false;
  for (let count = 0; at < file.size; count++) {
    const header = await file.read(at, mostPageHeaderBytes);
    const bytes = asciiAt(header, 0, 4) === 'OggS' ? pageBytes(header) : NaN;
    // What is no page, or cut short, is damage: a decoder that looks for the next page serves better.
    if (!(at + bytes <= file.size) || count > mostParts) return 'unsure length';
    if (count > 0 && (header[5] & 2) !== 0) return 'chained';
    if (!hasClock) {
      const page = readPage(await file.read(at, bytes));
      hasClock = page.granule > 0;
      if (hasClock && startSeconds(page, stream) > latestStartSeconds) return 'late clock';
    }
    at += bytes;
  }
  return null;
}

/** When the first page with a time on it begins at the earliest, in seconds. */
function startSeconds(page: OggPage, { format, packetSamples }: Stream): number {
  const ended = [...packetParts(page)].filter(({ isEnd }) => isEnd);
  const samples = ended.reduce((sum, { bytes }) => sum + packetSamples(bytes), 0);
  return (page.granule - samples) / format.sampleRateHz;
}

async function pageAt(file: RandomAccess, at: number): Promise<OggPage | undefined> {
  const bytes = pageBytes(await file.read(at, mostPageHeaderBytes));
  return at + bytes <= file.size ? readPage(await file.read(at, bytes)) : undefined;
}

/** Vorbis I specification, 4.2.2: a packet brings at most half a long block. */
function vorbisStream(packet: Uint8Array): Stream | undefined {
  if (asciiAt(packet, 0, 7) !== '\x01vorbis' || packet.length < 30) return undefined;
  const longBlock = 1 << (packet[28] >> 4);
  return {
    format: formatOf('vorbis', packet[11], viewOf(packet).getUint32(12, true)),
    packetSamples: () => longBlock / 2,
    preSkipSeconds: 0,
  };
}

/** RFC 7845, 5.1. */
function opusStream(packet: Uint8Array): Stream | undefined {
  if (asciiAt(packet, 0, 8) !== 'OpusHead' || packet.length < 19) return undefined;
  return {
    format: formatOf('opus', packet[9], opusClockHz),
    packetSamples: opusPacketSamples,
    preSkipSeconds: viewOf(packet).getUint16(10, true) / opusClockHz,
  };
}

function formatOf(codec: 'vorbis' | 'opus', channels: number, sampleRateHz: number): SoundFormat {
  return { container: 'ogg', codec, channels, sampleRateHz, bits: null, flaw: null };
}
