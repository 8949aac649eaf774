import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { unfinishedName } from '../../base/cleanUnfinished';
import { withRoom } from '../../base/diskRoom';
import type { ImportedFile } from '../../base/importedFile';
import { SharedWork } from '../../base/sharedWork';
import { trimFolder } from '../../base/trimFolder';
import { askInTurn } from './askInTurn';
import { blockSamples, frameBytes, soundBlock } from './soundBlock';

/** What is kept of decoded blocks, in bytes; those heard least recently go first. */
const cacheBytes = 2 * 1024 ** 3;
/** 92 MB. */
const mostBlockBytes = blockSamples * frameBytes;
/** Counts what changes the samples of a block. */
const blockVersion = 2;

/** A decoded block and how long it is, in samples a channel. */
export interface KeptBlock {
  path: string;
  lengthSamples: number;
}

/** A block of a track that is known by its sound. */
export interface WantedBlock {
  file: ImportedFile;
  payloadHash: string;
  index: number;
  /** How many times slower the track is played. */
  stretch?: number;
}

/** What is decoded now, so that two who listen to one track decode it once. */
const decodings = new SharedWork<KeptBlock>();

/**
 * A block of a track, decoded on first demand and kept. Decoding stops once nobody waits for it any more.
 *
 * @throws AppError as askInTurn does
 */
export async function blockOf(
  dataDirectory: string,
  block: WantedBlock,
  signal: AbortSignal,
): Promise<KeptBlock> {
  const folder = join(dataDirectory, 'cache', 'hearing');
  const { payloadHash, index, stretch = 1 } = block;
  const target = join(folder, `${payloadHash}.${index}.${stretch}.v${blockVersion}`);
  const kept = await keptBlock(target);
  if (kept) return kept;
  return decodings.join(target, (stop) => decodeAndKeep(block, { folder, target }, stop), signal);
}

async function decodeAndKeep(
  block: WantedBlock,
  { folder, target }: { folder: string; target: string },
  signal: AbortSignal,
): Promise<KeptBlock> {
  await mkdir(folder, { recursive: true });
  await trimFolder(folder, cacheBytes - mostBlockBytes);
  const told = `section: ${Math.ceil(mostBlockBytes / 2 ** 20)} MB of sound`;
  await withRoom({ folder, bytes: mostBlockBytes, told }, () => decodeTo(target, block, signal));
  const { size } = await stat(target);
  return { path: target, lengthSamples: size / frameBytes };
}

async function decodeTo(
  target: string,
  { file, index, stretch }: WantedBlock,
  signal: AbortSignal,
): Promise<void> {
  const unfinished = unfinishedName(target);
  try {
    await askInTurn(soundBlock, { file, index, stretch, target: unfinished }, signal);
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
}

/** A kept block, marked as used now; undefined where there is none. */
async function keptBlock(path: string): Promise<KeptBlock | undefined> {
  const now = new Date();
  try {
    await utimes(path, now, now);
    return { path, lengthSamples: (await stat(path)).size / frameBytes };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
