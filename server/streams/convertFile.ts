import { open, type FileHandle } from 'node:fs/promises';
import type { PcmChunk } from '@/ml/audio/pcm';
import { stereoMix } from '@/ml/audio/filter/stereoMix';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { decodeFile, type OpenFile } from '../analysis/decodeFile';
import type { ReadListener } from '../analysis/fileAccess';
import { withSoundFile } from '../analysis/identifyFile';
import { handlerOf } from '../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../analysis/soundAsFarAsItGoes';
import { convert } from './convert';

/**
 * Writes the sound of `source` to `target` as a 16-bit WAV of one or two channels, in constant memory, as far as
 * an analysis would hear it. The header is written last, when the length is known; `target` is not whole before the promise resolves.
 */
async function convertFile(source: OpenFile, target: string, onRead: ReadListener): Promise<void> {
  const output = await open(target, 'w');
  try {
    await writeSound(soundAsFarAsItGoes(decodeFile(source, onRead)), output);
  } finally {
    await output.close();
  }
}

export const convertHandler = handlerOf(convert, async ({ path, target }, onProgress) => {
  await withSoundFile(path, (file) => convertFile(file, target, (fraction) => onProgress(fraction, null)));
  return null;
});

async function writeSound(sound: AsyncIterable<PcmChunk>, output: FileHandle): Promise<void> {
  let position = wavHeader({ sampleRateHz: 8000, channels: 1, frames: 0 }).length;
  let frames = 0;
  let format = { sampleRateHz: 8000, channels: 1 };
  for await (const chunk of sound) {
    const stereo = stereoMix(chunk);
    const bytes = encodePcm16(stereo);
    await output.write(bytes, 0, bytes.length, position);
    position += bytes.length;
    frames += stereo.channels[0].length;
    format = { sampleRateHz: stereo.sampleRateHz, channels: stereo.channels.length };
  }
  await output.write(wavHeader({ ...format, frames }), 0, undefined, 0);
}
