/** What decides whether a browser can play a file as it is. */
export interface PlayableQuestion {
  container: string;
  codec: string;
  channels: number;
}

const mediaTypes: Record<string, string> = {
  mp3: 'audio/mpeg',
  flac: 'audio/flac',
  'ogg-vorbis': 'audio/ogg',
  'ogg-opus': 'audio/ogg',
  wav: 'audio/wav',
};

/**
 * The media type under which browsers play the file as it is; undefined where they cannot (AIFF, ALAC, WMA,
 * the sound of a film, more than two channels), so that it has to be converted.
 */
export function playableType({ container, codec, channels }: PlayableQuestion): string | undefined {
  if (channels > 2) return undefined;
  if (container === 'wav' && !/^pcm/i.test(codec)) return undefined;
  return mediaTypes[container];
}
