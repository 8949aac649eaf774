import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '@/db/open';
import { FolderNotices } from './folderNotices';
import { scanWatched } from './scanWatched';
import { listWatched } from './watchedFolders';

/** How long after one look at everything the next begins. */
const everyMs = 5 * 60_000;
/** How often it is seen to which folders are watched, and to what was noticed. */
const beatMs = 1000;
/** Changes come in bursts, as while an album is copied: a folder is looked through once it has been still this long … */
const stillMs = 1500;
/** … or has been changing all this long. */
const mostMs = 20_000;

export interface FolderWatchOptions {
  database: Database;
  onFault: (error: unknown) => void;
  /** Called when a look has found something to do. */
  onQueued: () => void;
}

/** A watched folder, with the times of the first and the last change since it was looked through. */
interface Watched {
  notices: FolderNotices;
  changed?: { firstMs: number; lastMs: number };
}

/**
 * Looks through all watched folders at start and every five minutes, and through one of them soon after the file system has
 * told of a change in it.
 */
export class FolderWatch {
  private readonly stopping = new AbortController();
  private readonly watched = new Map<string, Watched>();
  private running = Promise.resolve();

  constructor(private readonly options: FolderWatchOptions) {}

  start(): void {
    this.running = this.run();
  }

  /** Resolves when no look is under way any more. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    for (const { notices } of this.watched.values()) notices.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    let dueMs = 0;
    while (!signal.aborted) {
      await this.guard(() => this.followList());
      if (Date.now() >= dueMs) {
        await this.guard(() => this.look());
        dueMs = Date.now() + everyMs;
      }
      for (const path of this.settled()) await this.guard(() => this.look(path));
      await sleep(beatMs, undefined, { signal, ref: false }).catch(() => undefined);
    }
  }

  /** Begins to watch what has been added to the list, which is looked through as if it had changed, and lets go of what was taken off. */
  private async followList(): Promise<void> {
    const paths = new Set((await listWatched(this.options.database)).map(({ path }) => path));
    for (const [path, { notices }] of this.watched) {
      if (paths.has(path)) continue;
      notices.close();
      this.watched.delete(path);
    }
    for (const path of paths) {
      if (this.watched.has(path)) continue;
      const watched: Watched = { notices: new FolderNotices(path, () => noteChange(watched)) };
      this.watched.set(path, watched);
      noteChange(watched);
      await watched.notices.refresh();
    }
  }

  /** The folders that changed and are still again, or have changed for long. */
  private settled(): string[] {
    const now = Date.now();
    return [...this.watched].flatMap(([path, { changed }]) =>
      changed && (now - changed.lastMs >= stillMs || now - changed.firstMs >= mostMs) ? [path] : [],
    );
  }

  /** Looks through one folder, or all. */
  private async look(path?: string): Promise<void> {
    for (const [each, watched] of this.watched) {
      if (path !== undefined && path !== each) continue;
      // Before the look: what changes while it is under way is looked at again.
      watched.changed = undefined;
      await watched.notices.refresh();
    }
    const { database, onQueued } = this.options;
    const { queued } = await scanWatched(database, { path, onRequest: false, signal: this.stopping.signal });
    if (queued > 0) onQueued();
  }

  private async guard(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!this.stopping.signal.aborted) this.options.onFault(error);
    }
  }
}

function noteChange(watched: Watched): void {
  const now = Date.now();
  watched.changed = { firstMs: watched.changed?.firstMs ?? now, lastMs: now };
}
