import { open, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { PcmChunk } from '@/ml/audio/pcm';
import { stereoMix } from '@/ml/audio/filter/stereoMix';
import { encodePcm16, wavHeader } from '@/ml/audio/wav';
import { decodeFile, type OpenFile } from '../analysis/decodeFile';
import type { ReadListener } from '../analysis/fileAccess';
import { withSoundFile } from '../analysis/identifyFile';
import { handlerOf } from '../analysis/serveAnalysis';
import { soundAsFarAsItGoes } from '../analysis/soundAsFarAsItGoes';
import { AppError } from '../base/errors';
import { requireFreeSpace } from '../base/freeSpace';
import { convert, mostWavBytes } from './convert';

/**
 * Writes the sound of `source` to `target` as a 16-bit WAV of one or two channels, in constant memory, as far as
 * an analysis would hear it. The header is written last, when the length is known; `target` is not whole before the promise resolves.
 * Throws AppError 'too-large' where the disk or a WAV holds no more, and as decoding does.
 */
async function convertFile(source: OpenFile, target: string, onRead: ReadListener): Promise<void> {
  const output = await open(target, 'w');
  try {
    const hasRoom = () => requireFreeSpace(dirname(target), spaceStepBytes);
    await writeSound(soundAsFarAsItGoes(decodeFile(source, onRead)), output, hasRoom);
  } finally {
    await output.close();
  }
}

export const convertHandler = handlerOf(convert, async ({ file: source, target }, onProgress) => {
  await withSoundFile(source, (file) => convertFile(file, target, (fraction) => onProgress(fraction, null)));
  return null;
});

/** How much is written before the disk's room is looked at again, bytes. */
const spaceStepBytes = 64 * 2 ** 20;

async function writeSound(
  sound: AsyncIterable<PcmChunk>,
  output: FileHandle,
  hasRoom: () => Promise<void>,
): Promise<void> {
  let position = wavHeader({ sampleRateHz: 8000, channels: 1, frames: 0 }).length;
  let frames = 0;
  let format = { sampleRateHz: 8000, channels: 1 };
  for await (const chunk of sound) {
    const stereo = stereoMix(chunk);
    const bytes = encodePcm16(stereo);
    if (position + bytes.length > mostWavBytes)
      throw new AppError('too-large', 'its sound is too long to be converted for playing');
    if (Math.floor(position / spaceStepBytes) !== Math.floor((position + bytes.length) / spaceStepBytes))
      await hasRoom();
    await output.write(bytes, 0, bytes.length, position);
    position += bytes.length;
    frames += stereo.channels[0].length;
    format = { sampleRateHz: stereo.sampleRateHz, channels: stereo.channels.length };
  }
  await output.write(wavHeader({ ...format, frames }), 0, undefined, 0);
}
