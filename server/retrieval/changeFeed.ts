import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { trackChanges } from '@/db/schema';

/** Told of tracks that were written or removed; may be told of one again though nothing more happened to it. */
export type ChangeListener = (trackIds: readonly number[]) => Promise<void> | void;

/**
 * What changes in the catalogue, whoever changes it: this server, another one on the same Postgres, or the command
 * line. One look costs one indexed query, so whoever answers from memory looks before each answer.
 *
 * Each track's row in track_changes names the transaction that wrote it last. A look reads those from the oldest
 * transaction that was still open at the look before: whatever ended since is among them.
 */
export class ChangeFeed {
  private readonly executor: Executor;
  private readonly listeners: ChangeListener[] = [];
  /** The oldest transaction that may have been open at the last look. */
  private horizon: string | undefined;
  private running: Promise<void> | undefined;
  private following: Promise<void> | undefined;

  constructor(executor: Executor) {
    this.executor = executor;
  }

  /** Listeners hear of what happens after the first look; what is there before, they read themselves after it. */
  listen(listener: ChangeListener): void {
    this.listeners.push(listener);
  }

  /** Every listener knows of whatever was written before this call when it resolves. Callers share looks. */
  catchUp(): Promise<void> {
    // A look that has begun may have read too early for this caller, so the next one is shared, not that one.
    this.following ??= this.afterRunning();
    return this.following;
  }

  private async afterRunning(): Promise<void> {
    await this.running?.catch(() => undefined);
    this.running = this.following;
    this.following = undefined;
    await this.look();
  }

  private async look(): Promise<void> {
    const { rows } = await this.executor.execute<{ horizon: string; changed: number[] }>(sql`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, array(
        select ${trackChanges.trackId} from ${trackChanges}
        where ${trackChanges.transaction} >= ${this.horizon ?? null}::xid8
          and ${trackChanges.transaction} < pg_snapshot_xmax(pg_current_snapshot())) as changed`);
    const [{ horizon, changed }] = rows;
    if (changed.length > 0) await Promise.all(this.listeners.map(async (listener) => listener(changed)));
    this.horizon = horizon;
  }
}
