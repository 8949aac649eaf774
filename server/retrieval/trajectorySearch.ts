import type { Database } from '@/db/open';
import { TrackSet } from '@/ml/trackSet';
import { querySketches } from '@/ml/dtw/search/querySketches';
import type { TrajectoryMatches, TrajectoryQuery } from '@/ml/dtw/search/trajectorySearch';
import type { TrackFilter } from '../catalogue/tracks/trackFilter';
import { AppError } from '../base/errors';
import { chooseCandidates } from './chooseCandidates';
import type { CurveIndex } from './curveIndex';

/** So many tracks that a filter lets through are all compared, also beyond the memory limit. */
const mostCompared = 5000;
/**
 * The share of the true ten best that is among the candidates, in a million tracks, the lower of level and shape mode
 * (`npm run bench -- candidates`). A sketch does not warp: the further time may be bent, the more it misses.
 */
const expectedRecalls = [
  { band: 0.1, recall: 0.99 },
  { band: 0.3, recall: 0.76 },
  { band: 1, recall: 0.54 },
];

const expectedRecallOf = ({ band = 0.1 }: TrajectoryQuestion['query']) =>
  expectedRecalls.find((row) => band <= row.band)!.recall;

/** Of a search that was stopped, the best lie anywhere. */
const comparedShare = ({ exact, compared, searched }: TrajectoryMatches) =>
  exact ? 1 : compared / Math.max(1, searched);

/** What to search for, and among which tracks. */
export interface TrajectoryQuestion {
  query: Omit<TrajectoryQuery, 'among'>;
  filter?: TrackFilter;
  /** The recordings that the filter lets through; all without it. */
  among?: TrackSet;
  asker: string;
  signal?: AbortSignal;
}

export interface TrajectoryAnswer extends Omit<TrajectoryMatches, 'exact'> {
  /** Whether no track among those searched can be nearer than the ones found. */
  exact: boolean;
  /** The share of the true best that is expected to be found; 1 where the answer is exact. */
  expectedRecall: number;
  /**
   * Tracks whose curves were compared: all that were searched where the answer is exact; else the candidates, or those that
   * were compared when the search had to stop.
   */
  compared: number;
  /** After how many seconds the search was stopped, with the best so far; null where it came to its end. */
  stoppedAfterSeconds: number | null;
  /** How much of the library can be searched already: it is loaded when the server starts. */
  indexed: { tracks: number; of: number };
}

/**
 * Trajectory search over the library: exactly over every curve while they fit into memory; beyond that over the
 * candidates that the database chooses by their sketches, ranked in the same way.
 */
export class TrajectorySearch {
  private readonly database: Database;
  private readonly index: CurveIndex;
  private readonly candidates: number;

  /** @param candidates how many are ranked by each sketch beyond the memory limit */
  constructor({
    database,
    index,
    candidates,
  }: {
    database: Database;
    index: CurveIndex;
    candidates: number;
  }) {
    this.database = database;
    this.index = index;
    this.candidates = candidates;
  }

  /**
   * Throws AppError 'invalid' for sections beyond the memory limit in more tracks than can be compared, 'too-many' and
   * 'unavailable' as CurveIndex does; an Error if the search thread fails.
   */
  async search(question: TrajectoryQuestion): Promise<TrajectoryAnswer> {
    await this.index.measured();
    const { query, among } = question;
    if (!this.index.resident) return this.searchBeyondMemory(question);
    // What is loaded while it searches, it may not have searched.
    const { tracks, of } = this.index.progress;
    const answer = await this.index.search({ ...query, among }, question);
    const { searched } = answer;
    return {
      ...answer,
      expectedRecall: comparedShare(answer),
      stoppedAfterSeconds: this.stoppedAfter(answer),
      indexed: { tracks: Math.max(tracks, searched), of: Math.max(of, searched) },
    };
  }

  private async searchBeyondMemory(question: TrajectoryQuestion): Promise<TrajectoryAnswer> {
    const { query, among } = question;
    const indexed = this.index.progress;
    const searched = among?.size ?? indexed.of;
    const isFewEnough = among !== undefined && searched <= mostCompared;
    if (!isFewEnough && query.scope === 'section') throw tooManyForSections(searched);
    const choose = async () => (isFewEnough ? among : this.chooseCandidates(question));
    const askedAt = performance.now();
    const { among: chosen, answer } = await this.index.searchAmong(query, choose, question);
    const tookSeconds = Math.round((performance.now() - askedAt) / 100) / 10;
    const isWhole = chosen.size >= searched;
    const expectedRecall = comparedShare(answer) * (isWhole ? 1 : expectedRecallOf(query));
    const exact = isWhole && answer.exact;
    return {
      ...{ ...answer, searched, exact, expectedRecall, indexed },
      // Where others wait, it is stopped sooner.
      stoppedAfterSeconds: answer.exact ? null : tookSeconds,
    };
  }

  private stoppedAfter({ exact }: TrajectoryMatches): number | null {
    return exact ? null : this.index.budgetMs / 1000;
  }

  private async chooseCandidates({ query, filter, among }: TrajectoryQuestion): Promise<TrackSet> {
    const { of } = this.index.progress;
    const sketches = querySketches(query);
    const count = this.candidates;
    return TrackSet.of(await chooseCandidates(this.database, { sketches, count, filter, among, of }));
  }
}

function tooManyForSections(tracks: number): AppError {
  return new AppError(
    'invalid',
    `invalid scope: section (${tracks} tracks are more than this server keeps in memory: narrow to ${mostCompared} or fewer, search whole tracks, or raise SEARCH_MEMORY_MB)`,
  );
}
