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

/**
 * Has deeds of many askers done one after the other, of each asker one and then the next asker's: whoever asks for
 * hundreds waits for all of them, and others for one at most.
 */
export class SpacedTurns {
  /** What waits by asker, in the order in which they have their turns. */
  private readonly queues = new Map<string, (() => Promise<unknown>)[]>();
  /** How many deeds each asker has waiting or at work. */
  private readonly byAsker = new Map<string, number>();
  private inAll = 0;
  private isAtWork = false;

  constructor(private readonly limits: TurnLimits) {}

  /** Does `deed` when its turn has come. Throws AppError 'too-many' where too many wait, and what `deed` throws. */
  take<T>(asker: string, deed: () => Promise<T>): Promise<T> {
    const own = this.byAsker.get(asker) ?? 0;
    if (this.inAll >= this.limits.inAll || own >= this.limits.byAsker)
      return Promise.reject(new AppError('too-many', 'too many at once: try again in a moment'));
    this.count(asker, 1);
    return new Promise((resolve) => {
      const begin = () => {
        const done = Promise.resolve().then(deed);
        resolve(done);
        return done;
      };
      this.queues.set(asker, [...(this.queues.get(asker) ?? []), begin]);
      void this.work();
    });
  }

  private count(asker: string, change: number): void {
    this.inAll += change;
    const own = (this.byAsker.get(asker) ?? 0) + change;
    if (own > 0) this.byAsker.set(asker, own);
    else this.byAsker.delete(asker);
  }

  private async work(): Promise<void> {
    if (this.isAtWork) return;
    this.isAtWork = true;
    for (let [next] = this.queues; next; [next] = this.queues) {
      const [asker, [begin, ...others]] = next;
      this.queues.delete(asker);
      // Behind everybody who waits already.
      if (others.length > 0) this.queues.set(asker, others);
      await this.passTurn(begin());
      this.count(asker, -1);
    }
    this.isAtWork = false;
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
