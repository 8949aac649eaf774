import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { hasFfmpeg } from '@/server/analysis/hasFfmpeg';
import { wavBytes } from '@/server/streams/testing/soundBytes.testing';

const run = promisify(execFile);

/** A file to be made by ffmpeg, and whether browsers are sent it as it is. */
export interface EncodedSound {
  name: string;
  /** What ffmpeg is told between its input and the file's name. */
  options: string[];
  /** The media type under which it is sent; WAV where it is converted. */
  mediaType: string;
}

const wav = 'audio/wav';
const mp3 = ['-c:a', 'libmp3lame'];
const vorbis = ['-c:a', 'libvorbis', '-strict', '-2'];
const opus = ['-c:a', 'libopus', '-ar', '48000'];

const sound = (name: string, options: string[], mediaType = wav): EncodedSound => ({
  name,
  options,
  mediaType,
});

/** One file of every kind of the table of what browsers play, and of what they do not. */
export const encodedSounds: EncodedSound[] = [
  sound('stereo.mp3', mp3, 'audio/mpeg'),
  sound('variable mono.mp3', [...mp3, '-q:a', '4', '-ac', '1', '-ar', '22050'], 'audio/mpeg'),
  sound('low rate.mp3', [...mp3, '-ar', '8000'], 'audio/mpeg'),
  sound('16 bits.flac', ['-sample_fmt', 's16'], 'audio/flac'),
  sound('24 bits.flac', ['-sample_fmt', 's32', '-bits_per_raw_sample', '24', '-ar', '96000'], 'audio/flac'),
  sound('vorbis.ogg', vorbis, 'audio/ogg'),
  sound('opus.opus', opus, 'audio/ogg'),
  sound('8 bits.wav', ['-c:a', 'pcm_u8'], wav),
  sound('24 bits.wav', ['-c:a', 'pcm_s24le'], wav),
  sound('layer 2.mp2', ['-c:a', 'mp2']),
  sound('32 bits.wav', ['-c:a', 'pcm_s32le']),
  sound('floating point.wav', ['-c:a', 'pcm_f32le']),
  sound('a-law.wav', ['-c:a', 'pcm_alaw']),
  sound('big-endian.aiff', ['-c:a', 'pcm_s16be']),
  sound('lossless.m4a', ['-c:a', 'alac']),
  sound('surround.flac', ['-ac', '6']),
  sound('webm.webm', opus),
  sound('late clock.ogg', [...opus, '-output_ts_offset', '3600', '-f', 'ogg']),
];

const lengthOf = (place: number) => 3 + 0.7 * place;

/** Why there are none, in words; false where there are. */
export const soundsMissing = async (): Promise<string | false> =>
  (await hasFfmpeg()) ? false : 'ffmpeg is not installed here, so no files of other kinds can be made';

/** Makes all of them, of lengths so different that none is taken for another encoding of another. */
export async function makeEncodedSounds(folder: string): Promise<void> {
  for (const [place, { name, options }] of encodedSounds.entries())
    await encode(join(folder, name), lengthOf(place), options);
}

/** Files that no encoder makes in one go: joined ones, and samples of 24 bits in 32. */
export async function makeJoinedSounds(folder: string): Promise<EncodedSound[]> {
  const at = (name: string) => join(folder, name);
  const place = encodedSounds.length;
  await encode(at('a.mp3'), lengthOf(place), [...mp3, '-ac', '1']);
  await encode(at('b.mp3'), 2, mp3);
  await encode(at('a.ogg'), lengthOf(place + 3), vorbis);
  await encode(at('b.ogg'), 2, vorbis);
  const join2 = (name: string, parts: string[]) =>
    writeFileSync(at(name), Buffer.concat(parts.map((part) => readFileSync(at(part)))));
  join2('mono then stereo.mp3', ['a.mp3', 'b.mp3']);
  join2('two links.ogg', ['a.ogg', 'b.ogg']);
  const padded = wavBytes({ bits: 32, validBits: 24, frames: 44_100 * 2 });
  for (let at = padded.length - 44_100 * 8, i = 0; at < padded.length; at += 4, i++)
    padded.writeInt32LE(Math.round(2 ** 29 * Math.sin(0.02 * i + 1e-7 * i * i)) & ~0xff, at);
  writeFileSync(at('24 in 32.wav'), padded);
  return ['mono then stereo.mp3', 'two links.ogg', '24 in 32.wav'].map((name) => sound(name, []));
}

/** A rising tone in two channels. */
async function encode(path: string, seconds: number, options: string[]): Promise<void> {
  const tone = `aevalsrc=0.3*sin(2*PI*(250+35*t)*t)|0.3*sin(2*PI*(330+20*t)*t):d=${seconds}:s=44100`;
  await run('ffmpeg', ['-v', 'error', '-y', '-f', 'lavfi', '-i', tone, ...options, path]);
}
