import { and, asc, eq, gt, sql, type SQL } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { analyses, corrections, sounds, tracks } from '@/db/schema';
import type { TrackSet } from '@/ml/trackSet';
import type { NearPoint } from '@/ml/plane/nearestPoints';
import { type PlanePoint, PointGrid } from '@/ml/plane/pointGrid';
import type { Caller } from '../access/caller';
import { isHeard } from '../catalogue/tracks/silence';
import { correctionBy } from '../catalogue/tracks/trackSummary';
import { effectiveArousal, effectiveValence } from '../catalogue/tracks/trackFacts';
import { Mutex } from '../base/mutex';
import type { ChangeFeed } from './changeFeed';

/** Some 0.4 MB. */
const pointsAtOnce = 20_000;
/** A track id of four bytes, then valence and arousal of eight. */
const bytesPerPoint = 20;

/**
 * Where every recording that is not silent lies in the plane, one person's corrections in force, in memory: a filter costs nothing there,
 * and the few that were corrected need no search of their own. Loaded in the background, then kept up to date.
 */
export class PointIndex {
  private readonly executor: Executor;
  private readonly feed: ChangeFeed;
  private readonly heldFor: Caller;
  private readonly grid = new PointGrid();
  private isComplete = false;
  private loading: Promise<void> | undefined;
  /** What was read later is never overwritten by what was read earlier. */
  private readonly mutex = new Mutex();

  constructor(executor: Executor, feed: ChangeFeed, heldFor: Caller) {
    this.executor = executor;
    this.feed = feed;
    this.heldFor = heldFor;
    feed.listen((trackIds) => (this.loading ? this.refresh(trackIds) : undefined));
  }

  /** Begins to load, if nothing has; resolves when every point is there. */
  load(): Promise<void> {
    this.loading ??= this.loadAll().catch((error: unknown) => {
      this.loading = undefined;
      throw error;
    });
    return this.loading;
  }

  /** Whether every recording's point is there, as this person sees it. */
  answers({ personId }: Caller): boolean {
    return this.isComplete && personId === this.heldFor.personId;
  }

  /** The nearest recordings as of the feed's last look; exact once complete. */
  nearest(target: PlanePoint, limit: number, among?: TrackSet): NearPoint[] {
    return this.grid.nearest(target, limit, among);
  }

  private async loadAll(): Promise<void> {
    // What is written after this look, the feed tells of.
    await this.feed.catchUp();
    for (let after: number | undefined = 0; after !== undefined;) after = await this.loadAfter(after);
    this.grid.settle();
    this.isComplete = true;
  }

  private loadAfter(trackId: number): Promise<number | undefined> {
    return this.mutex.run('read', async () => {
      const { points, last } = await this.read(gt(tracks.id, trackId));
      for (const point of points) this.grid.set(point.trackId, point);
      return last;
    });
  }

  private async refresh(trackIds: readonly number[]): Promise<void> {
    for (let at = 0; at < trackIds.length; at += pointsAtOnce) {
      const chunk = trackIds.slice(at, at + pointsAtOnce);
      await this.mutex.run('read', async () => {
        const { points } = await this.read(sql`${tracks.id} = any(${sql.param(chunk)}::int[])`);
        for (const trackId of chunk) this.grid.delete(trackId);
        for (const point of points) this.grid.set(point.trackId, point);
      });
    }
  }

  /**
   * Points of the next tracks by id, and the last of those tracks, whether it has a point or not. As bytes: a million
   * rows would keep the server busy for seconds. Paged by one table alone, as curves are (encodedCurves.ts).
   */
  private async read(condition: SQL): Promise<{ points: TrackPoint[]; last: number | undefined }> {
    const page = this.executor
      .select({ id: tracks.id, groupId: tracks.groupId })
      .from(tracks)
      .where(condition)
      .orderBy(asc(tracks.id))
      .limit(pointsAtOnce)
      .as('page');
    const point = sql`int4send(${page.id}) || float8send(${effectiveValence}) || float8send(${effectiveArousal})`;
    const [row] = await this.executor
      .select({
        last: sql<number | null>`max(${page.id})`,
        bytes: sql<Uint8Array | null>`string_agg(${point}, ''::bytea) filter (where ${analyses.trackId} is not null)`,
      })
      .from(page)
      .leftJoin(sounds, and(eq(sounds.trackId, page.id), isHeard, eq(page.id, page.groupId)))
      .leftJoin(analyses, and(eq(analyses.trackId, sounds.trackId), eq(analyses.current, true)))
      .leftJoin(corrections, correctionBy(this.heldFor, page.id));
    return { points: pointsOf(row.bytes ?? new Uint8Array()), last: row.last ?? undefined };
  }
}

interface TrackPoint extends PlanePoint {
  trackId: number;
}

/** Points as Postgres sends them, the highest byte of each number first. */
function pointsOf(bytes: Uint8Array): TrackPoint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / bytesPerPoint }, (_, index) => ({
    trackId: view.getInt32(bytesPerPoint * index),
    valence: view.getFloat64(bytesPerPoint * index + 4),
    arousal: view.getFloat64(bytesPerPoint * index + 12),
  }));
}
