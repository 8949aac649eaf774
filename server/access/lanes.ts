import { Turns } from '../base/turns';

/** How much goes on in one lane at once, and what waits there, as it is told. */
export interface LaneLimits {
  atOnce: number;
  what: string;
}

/**
 * Work in lanes, by key: so much at once in each, the rest in turn. Nobody is refused, for whoever waits holds a connection
 * open, and those are counted; whoever has gone waits no longer.
 */
export class Lanes {
  private readonly lanes = new Map<string, { turns: Turns; users: number }>();

  constructor(private readonly limits: LaneLimits) {}

  /** Does `work` when its turn has come. Throws AppError 'unavailable' where `signal` was aborted before. */
  async run<T>(key: string, work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    const lane = this.lanes.get(key) ?? {
      turns: new Turns({ ...this.limits, mostWaiting: Infinity }),
      users: 0,
    };
    this.lanes.set(key, lane);
    lane.users++;
    try {
      return await lane.turns.run(work, signal);
    } finally {
      if (--lane.users === 0) this.lanes.delete(key);
    }
  }
}
