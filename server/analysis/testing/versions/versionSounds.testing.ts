import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import type { PcmChunk } from '@/ml/audio/pcm';
import { runProgram, decodeWhole, writeWav } from './soundTools.testing';

/** A recording, and others that are not it though one might take them for it. */
export interface VersionPiece {
  name: string;
  original: PcmChunk;
  versions: { name: string; sound: PcmChunk }[];
}

/** Seconds of every piece that are compared. */
export const excerptSeconds = 40;

/** The beginning of a MIDI file as FluidSynth plays it with a soundfont. */
export async function playMidi(
  midi: Uint8Array,
  { folder, soundFont }: { folder: string; soundFont: string },
): Promise<PcmChunk> {
  const [score, wav] = [join(folder, 'score.mid'), join(folder, 'score.wav')];
  await writeFile(score, midi);
  // The player is ended by the pipe that closes after the excerpt.
  await runProgram('sh', [
    '-c',
    `fluidsynth -ni -q -g 0.5 -r 44100 -O s16 -T raw -F /dev/stdout "$1" "$2" 2>/dev/null | ffmpeg -v error -y -f s16le -ar 44100 -ac 2 -i - -t ${excerptSeconds} "$3"`,
    ...['sh', soundFont, score, wav],
  ]);
  return decodeWhole(wav);
}

/** A sound after an ffmpeg filter, or any other options for its output. */
export async function filtered(sound: PcmChunk, folder: string, options: string[]): Promise<PcmChunk> {
  const [from, to] = [join(folder, 'before.wav'), join(folder, 'after.wav')];
  await writeWav(from, sound);
  await runProgram('ffmpeg', ['-v', 'error', '-y', '-i', from, ...options, to]);
  return decodeWhole(to);
}

/** Music with a voice over it, that many decibels softer; both of one rate, halved so that nothing clips. */
export function mixed(music: PcmChunk, voice: PcmChunk, levelDb: number): PcmChunk {
  const gain = 10 ** (levelDb / 20) * (rootMeanSquare(music) / rootMeanSquare(voice));
  const channels = music.channels.map((samples, channel) =>
    samples.map((sample, i) => 0.5 * (sample + gain * (voice.channels[channel][i] ?? 0))),
  );
  return { ...music, channels };
}

/** Root mean square of all samples. */
function rootMeanSquare({ channels }: PcmChunk): number {
  let sum = 0;
  for (const samples of channels) for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / (channels.length * channels[0].length));
}
