import { mkdir, rename, rm, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { AnalysisClient } from '../analysis/analysisClient';
import { unfinishedName } from '../base/cleanUnfinished';
import { withRoom } from '../base/diskRoom';
import { AppError } from '../base/errors';
import { openImported, type ImportedFile } from '../base/importedFile';
import { SharedWork } from '../base/sharedWork';
import { trimFolder } from '../base/trimFolder';
import { Turns } from '../base/turns';
import { convert, mostWavBytes } from './convert';

/** The converted files kept, in bytes; the least recently played go first. */
const cacheBytes = 2 * 1024 ** 3;

/** Part of the names of kept files: raised where sound comes out otherwise than before, so that none of old is played. */
const conversionVersion = 2;

/** A file whose sound is to be converted. */
export interface ConvertibleFile extends ImportedFile {
  payloadHash: string;
  /** How long it is and of how many samples a second, where that is known. */
  sound?: { durationSeconds: number; sampleRateHz: number; channels: number };
}

/** Where converted files are kept, and until when whoever asked waits. */
export interface ConversionPlace {
  dataDirectory: string;
  signal?: AbortSignal;
}

/** Each takes a process; a player that waits for its turn much longer has given up. */
const turns = new Turns({ atOnce: 2, mostWaiting: 16, what: 'conversions' });
const conversions = new SharedWork<string>();

/**
 * A stereo 16-bit WAV of a file that browsers cannot play, converted on first demand by the watched analysis
 * process and kept. It is converted once for all who ask at a time, and stopped when all of them have gone.
 * Throws AppError 'unsupported' or 'unreadable' with the decoder's reason, as openImported does, 'too-large' where neither a
 * WAV nor the disk holds it, 'too-many' where too many wait; an Error where the process ends.
 */
export async function wavOf(
  file: ConvertibleFile,
  { dataDirectory, signal }: ConversionPlace,
): Promise<string> {
  const folder = join(dataDirectory, 'cache', 'wav');
  const target = join(folder, `${file.payloadHash}-${conversionVersion}.wav`);
  if (await touch(target)) return target;
  // A file that is gone or changed is told at once, before a process is started for it.
  await (await openImported(file)).handle.close();
  const work = (stop: AbortSignal) => turns.run(() => convertAndKeep(file, { folder, target }, stop), stop);
  return conversions.join(target, work, signal);
}

async function convertAndKeep(
  file: ConvertibleFile,
  { folder, target }: { folder: string; target: string },
  signal: AbortSignal,
): Promise<string> {
  await mkdir(folder, { recursive: true });
  const bytes = expectedBytes(file);
  await makeRoom(folder, bytes);
  const told = `sound: ${Math.ceil(bytes / 2 ** 20)} MB as WAV`;
  await withRoom({ folder, bytes, told }, () => convertTo(target, file, signal));
  await trimFolder(folder, cacheBytes);
  return target;
}

async function convertTo(target: string, file: ConvertibleFile, signal: AbortSignal): Promise<void> {
  const unfinished = unfinishedName(target);
  const client = new AnalysisClient();
  try {
    const { path, sizeBytes, modifiedMs, changedMs } = file;
    const question = { file: { path, sizeBytes, modifiedMs, changedMs }, target: unfinished };
    const outcome = await client.request(convert, question, { signal });
    if (outcome.kind === 'failed') throw new AppError(outcome.code, outcome.reason);
    if (outcome.kind === 'stopped')
      throw new AppError('unavailable', 'the conversion was stopped, as nobody waits for it');
    if (outcome.kind === 'died') throw new Error(`the conversion of ${path} ended: ${outcome.reason}`);
    await rename(unfinished, target);
  } finally {
    client.close();
    await rm(unfinished, { force: true });
  }
}

/** What is held for a sound of which nothing is known; the process looks at the disk's room as it writes. */
const unknownBytes = 64 * 2 ** 20;

/** 16 bits of two channels at most. */
function expectedBytes({ sound }: ConvertibleFile): number {
  if (!sound) return unknownBytes;
  return Math.ceil(2 * Math.min(2, sound.channels) * sound.sampleRateHz * sound.durationSeconds);
}

/** What is kept makes room before anything is written. */
async function makeRoom(folder: string, bytes: number): Promise<void> {
  if (bytes > mostWavBytes)
    throw new AppError(
      'too-large',
      'its sound is too long to be converted for playing: convert it to FLAC or MP3',
    );
  await trimFolder(folder, Math.max(0, cacheBytes - bytes));
}

/** Marks a kept file as played now; false when there is none. */
async function touch(path: string): Promise<boolean> {
  const now = new Date();
  return utimes(path, now, now).then(
    () => true,
    () => false,
  );
}
