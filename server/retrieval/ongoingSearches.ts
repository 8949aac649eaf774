import type { OngoingTrajectory } from '@/ml/dtw/search/ongoingTrajectory';
import type { TrajectoryIndex, TrajectoryMatches, TrajectoryQuery } from '@/ml/dtw/search/trajectorySearch';
import { SearchTurns } from './searchTurns';

/** Pieces of work while one search alone is there, and while several take turns; both end where a message comes. */
const aloneMs = 20;
const amongOthersMs = 4;
/** What searches that have begun and wait for their next turn may hold, all told. */
const mostBytes = 2 ** 30;

/** A question, who asks it, and for how long it may be worked on. */
export interface SearchWish {
  id: number;
  asker: string;
  budgetMs: number;
  query: TrajectoryQuery;
}

interface Ongoing {
  id: number;
  search: OngoingTrajectory;
  until: number;
  hasBegun: boolean;
}

export interface Ended {
  id: number;
  result?: TrajectoryMatches;
  fault?: unknown;
}

/**
 * The searches of one index, worked on by turns in small pieces. One whose budget is spent answers by the best so far.
 * None is begun whose memory would be too much beside that of the others, unless it is the only one.
 */
export class OngoingSearches {
  private readonly turns = new SearchTurns<Ongoing>();

  constructor(
    private readonly index: TrajectoryIndex,
    private readonly onEnd: (ended: Ended) => void,
  ) {}

  get isIdle(): boolean {
    return this.turns.size === 0;
  }

  begin({ id, asker, budgetMs, query }: SearchWish): void {
    try {
      const search = this.index.begin({ ...query, name: id });
      this.turns.add(asker, { id, search, until: performance.now() + budgetMs, hasBegun: false });
    } catch (fault) {
      this.onEnd({ id, fault });
    }
  }

  /** Ends a search that nobody waits for any more, unanswered. */
  drop(id: number): void {
    for (const ongoing of this.turns) if (ongoing.id === id) return this.remove(ongoing);
  }

  /** Works on the search whose turn it is. */
  work(): void {
    const ongoing = this.turns.next((each) => this.mayWork(each));
    if (!ongoing) return;
    try {
      if (!this.workOn(ongoing)) return;
      const result = ongoing.search.answer();
      this.remove(ongoing);
      this.onEnd({ id: ongoing.id, result });
    } catch (fault) {
      this.remove(ongoing);
      this.onEnd({ id: ongoing.id, fault });
    }
  }

  /** One turn, in which a small search comes to its end; tells whether it has. */
  private workOn(ongoing: Ongoing): boolean {
    const started = performance.now();
    const turnMs = this.turns.size === 1 ? aloneMs : amongOthersMs;
    let isReady = false;
    for (let left = turnMs; left > 0 && !isReady; left = started + turnMs - performance.now()) {
      if (performance.now() > ongoing.until) ongoing.search.stop();
      else ongoing.hasBegun = true;
      isReady = ongoing.search.step(left);
      if (this.index.isCalled) break;
    }
    this.turns.charge(ongoing, performance.now() - started);
    return isReady;
  }

  private mayWork(ongoing: Ongoing): boolean {
    if (ongoing.hasBegun || performance.now() > ongoing.until) return true;
    let held = 0;
    for (const { search, hasBegun } of this.turns) if (hasBegun) held += search.bytes;
    return held === 0 || held + ongoing.search.bytes <= mostBytes;
  }

  private remove(ongoing: Ongoing): void {
    this.turns.remove(ongoing);
    ongoing.search.release();
  }
}
