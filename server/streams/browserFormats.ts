import type { SoundFormat } from './formats/soundFormat';

/** One kind of file that every browser of today plays, seeks in and shows the right length of. */
interface BrowserFormat {
  container: SoundFormat['container'];
  codec: SoundFormat['codec'];
  mediaType: string;
  mostChannels: number;
  /** Bits of a sample; null where the codec has none. */
  bits: readonly number[] | null;
  /** Lowest and highest. */
  ratesHz: readonly [number, number];
}

/**
 * What browsers play as it is: the common part of Chromium, Firefox and Safari, not the most that one of them can. AAC is
 * not in it, as builds of Chromium without licensed codecs have none, nor are more than two channels, which each browser
 * mixes in its own way. MPEG layers 1 and 2, FLAC and WAV of other depths, floating point, A-law and mu-law are converted.
 */
const browserFormats: readonly BrowserFormat[] = [
  {
    container: 'mpeg',
    codec: 'layer-3',
    mediaType: 'audio/mpeg',
    mostChannels: 2,
    bits: null,
    ratesHz: [8000, 48_000],
  },
  {
    container: 'flac',
    codec: 'flac',
    mediaType: 'audio/flac',
    mostChannels: 2,
    bits: [16, 24],
    ratesHz: [8000, 192_000],
  },
  {
    container: 'ogg',
    codec: 'vorbis',
    mediaType: 'audio/ogg',
    mostChannels: 2,
    bits: null,
    ratesHz: [8000, 192_000],
  },
  {
    container: 'ogg',
    codec: 'opus',
    mediaType: 'audio/ogg',
    mostChannels: 2,
    bits: null,
    ratesHz: [48_000, 48_000],
  },
  {
    container: 'wav',
    codec: 'pcm',
    mediaType: 'audio/wav',
    mostChannels: 2,
    bits: [8, 16, 24],
    ratesHz: [8000, 192_000],
  },
];

/** The media type under which browsers play a file as it is; undefined where it has to be converted. */
export function mediaTypeOf(format: SoundFormat): string | undefined {
  return browserFormats.find((each) => plays(each, format))?.mediaType;
}

function plays(
  { container, codec, mostChannels, bits, ratesHz }: BrowserFormat,
  format: SoundFormat,
): boolean {
  return (
    format.flaw === null &&
    format.container === container &&
    format.codec === codec &&
    format.channels <= mostChannels &&
    (bits === null || (format.bits !== null && bits.includes(format.bits))) &&
    format.sampleRateHz >= ratesHz[0] &&
    format.sampleRateHz <= ratesHz[1]
  );
}
