/** A way to encode one recording: what ffmpeg is told, and how the file ends. */
export interface Encoding {
  name: string;
  extension: string;
  options: string[];
}

const encoding = (name: string, extension: string, options: string): Encoding => ({
  name,
  extension,
  options: options.split(' '),
});

const mp3 = '-c:a libmp3lame -b:a';
const aac = '-c:a aac -b:a';
const vorbis = '-c:a libvorbis -q:a';
const opus = '-c:a libopus -b:a';
const flac = '-c:a flac';

/** Five codecs at several bit rates, three sample rates, other levels, starts cut off, and several of these at once. */
export const encodings: readonly Encoding[] = [
  encoding('MP3 48 kbit/s', 'mp3', `${mp3} 48k`),
  encoding('MP3 64 kbit/s', 'mp3', `${mp3} 64k`),
  encoding('MP3 128 kbit/s', 'mp3', `${mp3} 128k`),
  encoding('MP3 320 kbit/s', 'mp3', `${mp3} 320k`),
  encoding('AAC 64 kbit/s', 'm4a', `${aac} 64k`),
  encoding('AAC 128 kbit/s', 'm4a', `${aac} 128k`),
  encoding('Vorbis q -1', 'ogg', `${vorbis} -1`),
  encoding('Vorbis q 5', 'ogg', `${vorbis} 5`),
  encoding('Opus 24 kbit/s', 'opus', `${opus} 24k`),
  encoding('Opus 48 kbit/s', 'opus', `${opus} 48k`),
  encoding('Opus 96 kbit/s', 'opus', `${opus} 96k`),
  encoding('FLAC', 'flac', flac),
  encoding('FLAC 22.05 kHz', 'flac', `-ar 22050 ${flac}`),
  encoding('FLAC 48 kHz', 'flac', `-ar 48000 ${flac}`),
  encoding('FLAC mono', 'flac', `-ac 1 ${flac}`),
  encoding('FLAC 12 dB softer', 'flac', `-af volume=-12dB ${flac}`),
  encoding('FLAC 3 dB louder, clipped', 'flac', `-af volume=3dB ${flac}`),
  encoding('FLAC start cut by 0.13 s', 'flac', `-af atrim=start=0.13 ${flac}`),
  encoding('FLAC start cut by 0.37 s', 'flac', `-af atrim=start=0.37 ${flac}`),
  encoding('FLAC 0.2 s of silence first', 'flac', `-af adelay=200:all=1 ${flac}`),
  encoding(
    'MP3 64 kbit/s, 22.05 kHz, 9 dB softer, start cut by 0.2 s',
    'mp3',
    `-af atrim=start=0.2,volume=-9dB -ar 22050 ${mp3} 64k`,
  ),
  encoding('Opus 32 kbit/s, start cut by 0.45 s', 'opus', `-af atrim=start=0.45 ${opus} 32k`),
];
