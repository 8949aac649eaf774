import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { plainReason } from '../../base/plainReason';
import { isAudioName } from '../../base/audioExtensions';
import { isJunk } from '../../base/isJunk';

/** A file met on the way. */
export interface FoundFile {
  kind: 'file';
  /** Absolute path. */
  path: string;
  sizeBytes: number;
  modifiedMs: number;
  /** When its entry was last changed, which no program sets back; undefined where that was not asked. */
  changedMs?: number;
}

/** Something that could not be looked at, and why in plain words. */
export interface Obstacle {
  kind: 'obstacle';
  path: string;
  reason: string;
  /** True for a folder: everything in it is then unknown, not gone. */
  folder: boolean;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** A directory entry's name, or null where its bytes are not UTF-8 and so cannot be kept as text. */
function decodeName(bytes: Buffer): string | null {
  try {
    return utf8.decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The audio files that `paths` name: files themselves, whatever they are called, and everything under folders
 * whose name ends like sound, save bins and what is hidden. Links are followed, a folder is walked once, entries come in the order of their
 * names; memory is bounded by one folder's entries for each level. Throws when `signal` is aborted.
 */
export async function* walkPaths(
  paths: Iterable<string>,
  signal?: AbortSignal,
): AsyncGenerator<FoundFile | Obstacle> {
  const walked = new Set<string>();
  for (const path of paths) {
    for await (const found of walk(resolve(path), { named: true, walked })) {
      signal?.throwIfAborted();
      yield found;
    }
  }
}

interface Walk {
  /** Named by the person: taken whatever its ending, and said aloud when it is missing. */
  named: boolean;
  /** Folders already walked, as device:inode. */
  walked: Set<string>;
}

async function* walk(path: string, { named, walked }: Walk): AsyncGenerator<FoundFile | Obstacle> {
  try {
    const status = await stat(path, { bigint: true });
    if (status.isDirectory()) {
      const identity = `${status.dev}:${status.ino}`;
      if (walked.has(identity)) return;
      walked.add(identity);
      yield* walkFolder(path, walked);
    } else if (status.isFile()) {
      const [sizeBytes, modifiedMs, changedMs] = [status.size, status.mtimeMs, status.ctimeMs].map(Number);
      yield { kind: 'file', path, sizeBytes, modifiedMs, changedMs };
    } else if (named) {
      yield { kind: 'obstacle', path, reason: 'it is neither a file nor a folder', folder: false };
    }
  } catch (error) {
    yield { kind: 'obstacle', path, reason: plainReason(error), folder: false };
  }
}

async function* walkFolder(path: string, walked: Set<string>): AsyncGenerator<FoundFile | Obstacle> {
  let entries: Dirent<Buffer>[];
  try {
    entries = await readdir(path, { withFileTypes: true, encoding: 'buffer' });
  } catch (error) {
    yield { kind: 'obstacle', path, reason: plainReason(error), folder: true };
    return;
  }
  entries.sort((one, other) => Buffer.compare(one.name, other.name));
  for (const entry of entries) {
    const lossy = entry.name.toString('utf8');
    if (isJunk(lossy)) continue;
    if (!entry.isDirectory() && !isAudioName(lossy) && !entry.isSymbolicLink()) continue;
    const name = decodeName(entry.name);
    if (name === null) {
      const reason = 'its name is not valid UTF-8: rename it, then import it again';
      yield { kind: 'obstacle', path: join(path, lossy), reason, folder: entry.isDirectory() };
      continue;
    }
    for await (const found of walk(join(path, name), { named: false, walked })) {
      if (isAudioName(found.path) || (found.kind === 'obstacle' && found.folder)) yield found;
    }
  }
}
