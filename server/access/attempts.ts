import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { accessLog } from './accessLog';

/** Failures are forgotten after this long. */
const memorySeconds = 600;
/** Failures that cost nothing: fingers slip. */
const free = 5;
/** The first that costs something costs this, each further one twice as much, up to the longest; milliseconds. */
const firstMs = 250;
const longestMs = { address: 4000, name: 1000 };

/** Counts wrong guesses by address and by name, and holds their answers back for as long as these deserve. */
export class Attempts {
  private readonly failures = new RateLimiterMemory({ points: 1, duration: memorySeconds });

  constructor(private readonly wait: (ms: number) => Promise<unknown> = sleep) {}

  /** Counts a wrong guess, and resolves once it may be answered. */
  async holdBack(address: string, name?: string): Promise<void> {
    const byAddress = await this.count(`address ${address}`);
    const byName = name === undefined ? 0 : await this.count(`name ${name}`);
    if (isPowerOfTen(byAddress))
      accessLog.warn(
        { address, by: name === undefined ? 'token' : 'password', failures: byAddress },
        'a wrong secret was given',
      );
    const ms = Math.max(delayMs(byAddress, longestMs.address), delayMs(byName, longestMs.name));
    if (ms > 0) await this.wait(ms);
  }

  private async count(key: string): Promise<number> {
    return (await this.failures.penalty(key, 1)).consumedPoints;
  }
}

function delayMs(failures: number, longest: number): number {
  return failures <= free ? 0 : Math.min(longest, firstMs * 2 ** (failures - free - 1));
}

/** The 1st, 10th, 100th …: a log that strangers write to must not grow as fast as they guess. */
const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count));
