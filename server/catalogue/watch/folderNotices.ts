import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isJunk } from '../../base/isJunk';

/** Where the system watches a whole tree by one handle. */
const watchesTrees = process.platform === 'darwin' || process.platform === 'win32';

/** More folders than this are left to the look from time to time: each takes a handle of the system. */
const mostFolders = 20_000;

/**
 * The file system's own notices of what changes in and under a folder. Where it gives none (a network disk, too few handles,
 * a folder that is away), nothing is told.
 */
export class FolderNotices {
  private readonly watchers = new Map<string, FSWatcher>();
  private closed = false;

  constructor(
    private readonly folder: string,
    private readonly onChange: () => void,
  ) {}

  /** Begins to watch, and watches folders that have come since the last call. */
  async refresh(): Promise<void> {
    const seen = new Set<string>();
    await this.watchBelow(this.folder, seen);
    for (const path of this.watchers.keys()) if (!seen.has(path)) this.forget(path);
  }

  close(): void {
    this.closed = true;
    for (const path of [...this.watchers.keys()]) this.forget(path);
  }

  private async watchBelow(path: string, seen: Set<string>): Promise<void> {
    if (this.closed || seen.size >= mostFolders || !this.watchOne(path)) return;
    seen.add(path);
    if (watchesTrees) return;
    const entries = await readdir(path, { withFileTypes: true }).catch(() => []);
    for (const entry of entries)
      if (entry.isDirectory() && !isJunk(entry.name)) await this.watchBelow(join(path, entry.name), seen);
  }

  /** False where the system does not watch it. */
  private watchOne(path: string): boolean {
    if (this.watchers.has(path)) return true;
    try {
      const watcher = watch(path, { recursive: watchesTrees, persistent: false }, () => this.onChange());
      watcher.on('error', () => this.forget(path));
      this.watchers.set(path, watcher);
      return true;
    } catch {
      // Without notices the look from time to time finds the same, only later.
      return false;
    }
  }

  private forget(path: string): void {
    this.watchers.get(path)?.close();
    this.watchers.delete(path);
  }
}
