import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { writeFile } from 'node:fs/promises';
import { joinedSamples } from '@/ml/audio/joinedSamples';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import type { PcmChunk } from '@/ml/audio/pcm';
import { decodeFile } from '../../decodeFile';
import { withSoundFile } from '../../identifyFile';

const run = promisify(execFile);

/** Runs a program to its end. Throws where it fails or is not there. */
export async function runProgram(program: string, options: string[]): Promise<void> {
  await run(program, options, { maxBuffer: 1 << 26 });
}

/** A whole file's sound, by the decoders of an import. */
export function decodeWhole(path: string): Promise<PcmChunk> {
  return withSoundFile(path, async (file) => {
    const chunks: PcmChunk[] = [];
    for await (const chunk of decodeFile(file, () => undefined)) chunks.push(chunk);
    const [{ channels, sampleRateHz }] = chunks;
    const whole = channels.map((_, channel) => joinedSamples(chunks.map((chunk) => chunk.channels[channel])));
    return { channels: whole, sampleRateHz };
  });
}

/** Writes a sound as 16-bit WAV. */
export async function writeWav(path: string, sound: PcmChunk): Promise<void> {
  const { channels, sampleRateHz } = sound;
  const head = wavHeader({ sampleRateHz, channels: channels.length, frames: channels[0].length });
  await writeFile(path, Buffer.concat([head, encodePcm16(sound)]));
}
