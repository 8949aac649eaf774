import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '../base/errors';

/** Limits guesses at the access token: ten failures an address, a hundred in all, within ten minutes. */
export class Attempts {
  private readonly byAddress = new RateLimiterMemory({ points: 10, duration: 600 });
  private readonly all = new RateLimiterMemory({ points: 100, duration: 600 });

  /** Throws AppError 'too-many' when `address` has used up its guesses. */
  async refuseIfSpent(address: string): Promise<void> {
    const used = [await this.byAddress.get(address), await this.all.get('all')];
    const spent = used.find(
      (result) => result !== null && result.remainingPoints <= 0 && result.msBeforeNext > 0,
    );
    if (spent) throw tooMany(spent);
  }

  /** Counts a wrong guess. */
  async countFailure(address: string): Promise<void> {
    await Promise.all([this.consume(this.byAddress, address), this.consume(this.all, 'all')]);
  }

  /** A consumed-up limiter rejects with its state: that is its answer, not a fault. */
  private async consume(limiter: RateLimiterMemory, key: string): Promise<void> {
    await limiter.consume(key).catch((reason: unknown) => {
      if (!(reason instanceof RateLimiterRes)) throw reason;
    });
  }
}

function tooMany(state: RateLimiterRes): AppError {
  const minutes = Math.ceil(state.msBeforeNext / 60_000);
  return new AppError('too-many', `too many wrong access tokens: try again in ${minutes} min`);
}
