import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisClient } from '../analysis/analysisClient';
import { AppError } from '../base/errors';
import type { AudioFile } from './audioFile';
import { convert } from './convert';
import { trimFolder } from '../base/trimFolder';

/** The converted files kept, in bytes; the least recently played go first. */
const cacheBytes = 2 * 1024 ** 3;

/** Part of the names of kept files: raised where sound comes out otherwise than before, so that none of old is played. */
const conversionVersion = 2;

/** Conversions under way in this process, so that two listeners do not convert one file twice. */
const converting = new Map<string, Promise<string>>();

/**
 * A stereo 16-bit WAV of a file that browsers cannot play, converted on first demand by the watched analysis
 * process and kept. Throws AppError 'unsupported' or 'unreadable' with the decoder's reason; an
 * Error where the process ends.
 */
export async function wavOf(file: AudioFile, dataDirectory: string): Promise<string> {
  const folder = join(dataDirectory, 'cache', 'wav');
  const target = join(folder, `${file.payloadHash}-${conversionVersion}.wav`);
  if (await touch(target)) return target;
  const running =
    converting.get(target) ??
    convertAndKeep(file, { folder, target }).finally(() => converting.delete(target));
  converting.set(target, running);
  return running;
}

async function convertAndKeep(
  file: AudioFile,
  { folder, target }: { folder: string; target: string },
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${target}.${process.pid}.part`;
  const client = new AnalysisClient();
  try {
    const outcome = await client.request(convert, { path: file.path, target: unfinished });
    if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
    if (outcome.kind !== 'answered')
      throw new Error(
        `the conversion of ${file.path} ended: ${'reason' in outcome ? outcome.reason : outcome.kind}`,
      );
    await rename(unfinished, target);
  } finally {
    client.close();
    await rm(unfinished, { force: true });
  }
  await trimFolder(folder, cacheBytes);
  return target;
}

/** Marks a kept file as played now; false when there is none. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
