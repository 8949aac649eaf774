import { AppError } from './errors';

/** How much of one kind of work goes on at a time. */
export interface TurnLimits {
  atOnce: number;
  mostWaiting: number;
  /** What waits, as it is told: "conversions". */
  what: string;
}

/** Work that takes its turn: some at once, some waiting, and what is beyond is refused. */
export class Turns {
  private running = 0;
  private readonly waiting = new Set<() => void>();

  constructor(private readonly limits: TurnLimits) {}

  /**
   * Does `work` when its turn has come. Throws AppError 'too-many' where too much waits already, 'unavailable' where
   * `signal` was aborted before its turn.
   */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    await this.turn(signal);
    try {
      return await work();
    } finally {
      const next = this.waiting.values().next().value;
      if (next) next();
      else this.running--;
    }
  }

  /** Resolves once it is counted as running. */
  private turn(signal?: AbortSignal): Promise<void> {
    const { atOnce, mostWaiting, what } = this.limits;
    if (signal?.aborted) return Promise.reject(stopped(what));
    if (this.running < atOnce) {
      this.running++;
      return Promise.resolve();
    }
    if (this.waiting.size >= mostWaiting)
      return Promise.reject(new AppError('too-many', `too many ${what} wait already: try again in a minute`));
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.delete(begin);
        reject(stopped(what));
      };
      const begin = () => {
        this.waiting.delete(begin);
        signal?.removeEventListener('abort', leave);
        resolve();
      };
      this.waiting.add(begin);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

function stopped(what: string): AppError {
  return new AppError('unavailable', `the wait for ${what} was stopped`);
}
