import { AppError } from '../base/errors';
import { givenUp } from './givenUp';

/** Who waits for a turn, for how long at most, and what ends the wait where nobody needs it any more. */
export interface Wait {
  asker: string;
  waitMs: number;
  signal?: AbortSignal;
}

/** Work of which one piece is done at a time: askers take turns, each with what they asked for first. */
export class AskerTurns {
  private isTaken = false;
  /** What waits, by asker: the one whose turn is next comes first. */
  private readonly queues = new Map<string, Set<() => void>>();

  /** How many askers wait. */
  get waitingAskers(): number {
    return this.queues.size;
  }

  /** Does `work` when its turn has come. Throws AppError 'unavailable' where its wait was ended, or was too long. */
  async run<T>(wait: Wait, work: () => Promise<T>): Promise<T> {
    await this.turn(wait);
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private turn({ asker, waitMs, signal }: Wait): Promise<void> {
    if (signal?.aborted) return Promise.reject(givenUp());
    if (!this.isTaken) {
      this.isTaken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.take(asker, begin);
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      const begin = () => {
        leave();
        resolve();
      };
      const refuse = (fault: AppError) => {
        leave();
        reject(fault);
      };
      const onAbort = () => refuse(givenUp());
      const timer = Number.isFinite(waitMs) ? setTimeout(() => refuse(tooLong(waitMs)), waitMs) : undefined;
      signal?.addEventListener('abort', onAbort);
      this.queues.set(asker, (this.queues.get(asker) ?? new Set()).add(begin));
    });
  }

  private take(asker: string, begin: () => void): void {
    const queue = this.queues.get(asker);
    queue?.delete(begin);
    if (queue?.size === 0) this.queues.delete(asker);
  }

  private pass(): void {
    const [next] = this.queues;
    if (!next) {
      this.isTaken = false;
      return;
    }
    const [asker, queue] = next;
    const [begin] = queue;
    // What else they asked for comes behind the others' first.
    this.queues.delete(asker);
    this.queues.set(asker, queue);
    begin();
  }
}

function tooLong(waitMs: number): AppError {
  const reason = `others were searching for all of the ${waitMs / 1000} s that it may take`;
  return new AppError('unavailable', `the search did not begin: ${reason} (ask again)`);
}
