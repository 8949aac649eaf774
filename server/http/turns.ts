import { AppError } from '../base/errors';

interface TurnLimits {
  /** How many may wait for their turn. */
  inAll: number;
  /** How many of them may be one asker's. */
  byAsker: number;
  /** After so long the next has its turn, also while the deed goes on: it may wait for whoever asked, milliseconds. */
  longestMs: number;
}

/** Has deeds of many askers done one after the other, so that whoever asks for hundreds delays others by a few. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  private inAll = 0;
  private readonly byAsker = new Map<string, number>();

  constructor(private readonly limits: TurnLimits) {}

  /** Does `deed` once those before it are done. Throws AppError 'too-many' where too many wait, and what `deed` throws. */
  async take<T>(asker: string, deed: () => Promise<T>): Promise<T> {
    const own = this.byAsker.get(asker) ?? 0;
    if (this.inAll >= this.limits.inAll || own >= this.limits.byAsker)
      throw new AppError('too-many', 'too many at once: try again in a moment');
    this.count(asker, 1);
    const turn = this.last.then(deed);
    this.last = this.last.then(() => endOf(turn, this.limits.longestMs)).then(() => this.count(asker, -1));
    return turn;
  }

  private count(asker: string, change: number): void {
    this.inAll += change;
    const own = (this.byAsker.get(asker) ?? 0) + change;
    if (own > 0) this.byAsker.set(asker, own);
    else this.byAsker.delete(asker);
  }
}

/** Resolves when `turn` has ended, well or not, or has taken its time. */
function endOf(turn: Promise<unknown>, longestMs: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, longestMs);
    const end = () => {
      clearTimeout(timer);
      resolve();
    };
    turn.then(end, end);
  });
}
