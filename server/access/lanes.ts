import { AppError } from '../base/errors';
import { Mutex } from '../base/mutex';

/** How much may be asked for at once, and how much may wait. */
export interface LaneLimits {
  atOnce: number;
  waitingInLane: number;
  waitingInAll: number;
}

/**
 * Costly work in turn: under one key one piece after the other, of all keys a few at once. So whoever asks a hundred
 * times is passed by who asks once.
 */
export class Lanes {
  private readonly lanes = new Mutex();
  private readonly inLane = new Map<string, number>();
  private readonly queue: (() => void)[] = [];
  private inAll = 0;
  private running = 0;

  constructor(private readonly limits: LaneLimits) {}

  /** Does `work` when its turn has come, after `first`, which holds up its own lane alone. Throws AppError 'too-many'. */
  async run<T>(key: string, first: () => Promise<void>, work: () => Promise<T>): Promise<T> {
    const before = this.inLane.get(key) ?? 0;
    if (before >= this.limits.waitingInLane || this.inAll >= this.limits.waitingInAll)
      throw new AppError('too-many', 'too many are signing in at once: try again in a few seconds');
    this.inLane.set(key, before + 1);
    this.inAll++;
    try {
      return await this.lanes.run(key, async () => {
        await first();
        return this.inTurn(work);
      });
    } finally {
      this.leave(key);
    }
  }

  private leave(key: string): void {
    this.inAll--;
    const left = (this.inLane.get(key) ?? 1) - 1;
    if (left > 0) this.inLane.set(key, left);
    else this.inLane.delete(key);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.limits.atOnce) await new Promise<void>((go) => this.queue.push(go));
    else this.running++;
    try {
      return await work();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running--;
    }
  }
}
