import { LRUCache } from 'lru-cache';
import type { Executor } from '@/db/open';
import type { TrackSummary } from '../catalogue/tracks/trackSummary';
import type { Caller } from '../access/caller';
import type { ChangeFeed } from './changeFeed';
import { joinSummaries, readSummaries, withSummaries } from './withSummaries';

/** Some 10 MB of summaries. */
const mostSummaries = 10_000;

/**
 * What lists show of tracks, kept while it is asked for again: results hardly differ from one moment of a drawing
 * hand to the next. One person's corrections are in them; others are answered by the database.
 */
export class TrackSummaries {
  private readonly executor: Executor;
  private readonly heldFor: Caller;
  private readonly summaries = new LRUCache<number, TrackSummary>({ max: mostSummaries });
  /** Counts the looks that found changes: what was read before one is not kept after it. */
  private changes = 0;

  constructor(executor: Executor, feed: ChangeFeed, heldFor: Caller) {
    this.executor = executor;
    this.heldFor = heldFor;
    feed.listen((trackIds) => {
      this.changes++;
      for (const trackId of trackIds) this.summaries.delete(trackId);
    });
  }

  /** Joins ranked track ids with what lists show of them, as of the feed's last look; a track that is gone drops out. */
  async join<Ranked extends { trackId: number }>(
    caller: Caller,
    ranked: Ranked[],
  ): Promise<(TrackSummary & Ranked)[]> {
    if (caller.personId !== this.heldFor.personId) return withSummaries(this.executor, caller, ranked);
    const summaries = new Map<number, TrackSummary>();
    for (const { trackId } of ranked) {
      const summary = this.summaries.get(trackId);
      if (summary) summaries.set(trackId, summary);
    }
    const unknown = ranked.map(({ trackId }) => trackId).filter((trackId) => !summaries.has(trackId));
    const changes = this.changes;
    for (const summary of await readSummaries(this.executor, caller, unknown)) {
      summaries.set(summary.trackId, summary);
    }
    if (changes === this.changes) {
      for (const [trackId, summary] of summaries) this.summaries.set(trackId, summary);
    }
    return joinSummaries(ranked, summaries);
  }
}
