import { and, eq, inArray, sql, type SQL } from 'drizzle-orm';
import { LRUCache } from 'lru-cache';
import type { Executor } from '@/db/open';
import { sounds, tracks } from '@/db/schema';
import { TrackSet } from '@/ml/trackSet';
import { filterCondition, type TrackFilter } from '../catalogue/tracks/trackFilter';
import { isRepresentative } from '../catalogue/tracks/trackSummary';
import type { ChangeFeed } from './changeFeed';

/** Filters whose tracks are remembered: a few people's, each with what they tried before. */
const mostFilters = 64;
/** From this many changed tracks on, a filter is asked anew rather than for each of them. */
const mostChanged = 5000;

interface Filtered {
  /** The recordings that passed when it was last asked. */
  among: Promise<TrackSet>;
  /** Tracks that changed since. */
  changed: Set<number>;
}

/**
 * Which recordings pass a filter. Asked of the database once, remembered while the same filter is used again, as by
 * a hand that draws, and asked again only for tracks that changed.
 */
export class FilteredTracks {
  private readonly executor: Executor;
  private readonly filters = new LRUCache<string, Filtered>({ max: mostFilters });

  constructor(executor: Executor, feed: ChangeFeed) {
    this.executor = executor;
    feed.listen((trackIds) => {
      for (const { changed } of this.filters.values()) for (const trackId of trackIds) changed.add(trackId);
    });
  }

  /** The recordings that pass as of the feed's last look. */
  async among(filter: TrackFilter): Promise<TrackSet> {
    const key = JSON.stringify(Object.entries(filter).sort(([a], [b]) => (a < b ? -1 : 1)));
    const known = this.filters.get(key);
    const filtered = known === undefined ? this.ask(filter) : this.bringUpToDate(known, filter);
    this.filters.set(key, filtered);
    try {
      return await filtered.among;
    } catch (error) {
      if (this.filters.peek(key) === filtered) this.filters.delete(key);
      throw error;
    }
  }

  private ask(filter: TrackFilter): Filtered {
    return { among: this.read(filter).then((ids) => TrackSet.of(ids)), changed: new Set() };
  }

  private bringUpToDate(known: Filtered, filter: TrackFilter): Filtered {
    if (known.changed.size === 0) return known;
    if (known.changed.size > mostChanged) return this.ask(filter);
    const changed = [...known.changed];
    const asked = Promise.all([known.among, this.read(filter, inArray(tracks.id, changed))]);
    return { among: asked.then(([before, now]) => before.with(now, changed)), changed: new Set() };
  }

  /** Ids as four bytes each: a million rows would keep the server busy for a second. */
  private async read(filter: TrackFilter, condition?: SQL): Promise<Int32Array> {
    const [{ ids }] = await this.executor
      .select({ ids: sql<Uint8Array | null>`string_agg(int4send(${tracks.id}), ''::bytea)` })
      .from(tracks)
      .innerJoin(sounds, eq(sounds.trackId, tracks.id))
      .where(and(isRepresentative, filterCondition(filter), condition));
    return readInt32(ids ?? new Uint8Array());
  }
}

/** Whole numbers as Postgres sends them, the highest byte first. */
function readInt32(bytes: Uint8Array): Int32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Int32Array.from({ length: bytes.length / 4 }, (_, index) => view.getInt32(4 * index));
}
