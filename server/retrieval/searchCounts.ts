import { AppError } from '../base/errors';

/** Searches of one asker that may be under way or wait for their turn. */
export const mostSearchesOfAsker = 128;

/** How many searches each asker has under way. */
export class SearchCounts {
  private readonly counts = new Map<string, number>();

  /** Counts `search` until it has ended. Throws AppError 'too-many' where its asker has too many under way. */
  async run<T>(asker: string, search: () => Promise<T>): Promise<T> {
    const underWay = this.counts.get(asker) ?? 0;
    if (underWay >= mostSearchesOfAsker) throw tooMany(underWay);
    this.counts.set(asker, underWay + 1);
    try {
      return await search();
    } finally {
      const left = this.counts.get(asker)! - 1;
      if (left > 0) this.counts.set(asker, left);
      else this.counts.delete(asker);
    }
  }
}

function tooMany(underWay: number): AppError {
  return new AppError('too-many', `${underWay} searches of yours are under way: wait for one of them to end`);
}
