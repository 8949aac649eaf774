import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { trimFolder } from '../../base/trimFolder';
import { askInTurn } from './askInTurn';
import { frameBytes, soundBlock } from './soundBlock';

/** What is kept of decoded blocks, in bytes; those heard least recently go first. A block has 92 MB at most. */
const cacheBytes = 2 * 1024 ** 3;
/** Counts what changes the samples of a block. */
const blockVersion = 2;

/** A decoded block and how long it is, in samples a channel. */
export interface KeptBlock {
  path: string;
  lengthSamples: number;
}

/** A block of a track that is known by its sound. */
export interface WantedBlock {
  path: string;
  payloadHash: string;
  index: number;
  /** How many times slower the track is played. */
  stretch?: number;
}

interface Decoding {
  done: Promise<KeptBlock>;
  waiting: number;
  leaving: AbortController;
}

/** What is decoded now, so that two who listen to one track decode it once. */
const decodings = new Map<string, Decoding>();

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
  const decoding = decodings.get(target) ?? decode(block, { folder, target });
  decoding.waiting += 1;
  const leave = () => {
    decoding.waiting -= 1;
    if (decoding.waiting === 0) decoding.leaving.abort();
  };
  if (signal.aborted) leave();
  else signal.addEventListener('abort', leave, { once: true });
  try {
    return await decoding.done;
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

function decode(block: WantedBlock, place: { folder: string; target: string }): Decoding {
  const leaving = new AbortController();
  const done = decodeAndKeep(block, place, leaving.signal).finally(() => {
    if (decodings.get(place.target) === decoding) decodings.delete(place.target);
  });
  const decoding: Decoding = { done, waiting: 0, leaving };
  // Who comes after it was stopped begins anew.
  leaving.signal.addEventListener('abort', () => decodings.delete(place.target));
  decodings.set(place.target, decoding);
  return decoding;
}

async function decodeAndKeep(
  { path, index, stretch }: WantedBlock,
  { folder, target }: { folder: string; target: string },
  signal: AbortSignal,
): Promise<KeptBlock> {
  await mkdir(folder, { recursive: true });
  const unfinished = `${target}.${process.pid}.part`;
  try {
    await askInTurn(soundBlock, { path, index, stretch, target: unfinished }, signal);
    await rename(unfinished, target);
  } finally {
    await rm(unfinished, { force: true });
  }
  await trimFolder(folder, cacheBytes);
  const { size } = await stat(target);
  return { path: target, lengthSamples: size / frameBytes };
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
