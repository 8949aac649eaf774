import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../base/errors';

interface TurnLimits {
  /** How many may wait for their turn. */
  inAll: number;
  /** How many of them may be one asker's. */
  byAsker: number;
  /** After so long the next has its turn, also while the deed goes on: it may wait for whoever asked, milliseconds. */
  longestMs: number;
  /** For so many times as long as a deed took, nothing is done after it: the rest of the server has that time. */
  restFactor: number;
}

/** Has deeds of many askers done one after the other, so that whoever asks for hundreds delays others by a few. */
export class SpacedTurns {
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
    this.last = this.last.then(() => this.passTurn(turn)).then(() => this.count(asker, -1));
    return turn;
  }

  private count(asker: string, change: number): void {
    this.inAll += change;
    const own = (this.byAsker.get(asker) ?? 0) + change;
    if (own > 0) this.byAsker.set(asker, own);
    else this.byAsker.delete(asker);
  }

  /** Resolves when `turn` has ended, well or not, or has taken its time, and the rest after it is over. */
  private async passTurn(turn: Promise<unknown>): Promise<void> {
    const begun = performance.now();
    await Promise.race([
      turn.catch(() => undefined),
      sleep(this.limits.longestMs, undefined, { ref: false }),
    ]);
    const taken = performance.now() - begun;
    await sleep(taken * this.limits.restFactor, undefined, { ref: false });
  }
}
