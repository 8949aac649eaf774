import type { Database } from '@/db/open';
import { owner, type Caller } from '../access/caller';
import { ChangeFeed } from './changeFeed';
import { CurveIndex } from './curveIndex';
import { FilteredTracks } from './filteredTracks';
import { PointIndex } from './pointIndex';
import { TrackSummaries } from './trackSummaries';
import { TrajectorySearch } from './trajectorySearch';

export interface RetrievalSettings {
  database: Database;
  /** What curves may take in memory. */
  memoryBytes: number;
  /** How long a search may take before it answers by the best so far; without an end by default. */
  searchSeconds?: number;
  /** How many candidates are ranked by each sketch where the curves do not fit; 1000 by default. */
  candidates?: number;
  /** Whose corrections are held in memory; the owner's by default. Everybody else's are asked of the database. */
  heldFor?: Caller;
  /** Told of what goes wrong while nobody waits for it. */
  onFault: (error: unknown) => void;
}

/** What answers searches from memory, all of it following the catalogue by one feed. */
export class Retrieval {
  readonly database: Database;
  /** How long a search may take. */
  readonly searchSeconds: number;
  readonly feed: ChangeFeed;
  readonly curves: CurveIndex;
  readonly points: PointIndex;
  readonly filters: FilteredTracks;
  readonly summaries: TrackSummaries;
  readonly trajectories: TrajectorySearch;

  constructor(settings: RetrievalSettings) {
    const {
      database,
      memoryBytes,
      searchSeconds = Infinity,
      candidates = 1000,
      heldFor = owner,
      onFault,
    } = settings;
    this.database = database;
    this.searchSeconds = searchSeconds;
    this.feed = new ChangeFeed(database);
    const budgetMs = 1000 * searchSeconds;
    this.curves = new CurveIndex({ executor: database, feed: this.feed, memoryBytes, budgetMs, onFault });
    this.points = new PointIndex(database, this.feed, heldFor);
    this.filters = new FilteredTracks(database, this.feed);
    this.summaries = new TrackSummaries(database, this.feed, heldFor);
    this.trajectories = new TrajectorySearch({ database, index: this.curves, candidates });
  }

  /** Loads points and curves; searches are answered meanwhile. */
  async load(): Promise<void> {
    await this.points.load();
    await this.curves.loaded();
  }

  stop(): Promise<void> {
    return this.curves.stop();
  }
}
