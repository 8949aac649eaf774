import { setTimeout as sleep } from 'node:timers/promises';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { AppError } from '../base/errors';
import { accessLog } from './accessLog';

/** Failures are forgotten after this long. */
const memorySeconds = 600;
/** Failures that cost nothing: fingers slip. */
const free = 5;
/** The first that costs something costs this, each further one twice as much, up to the longest; milliseconds. */
const firstMs = 250;
const longestMs = { address: 4000, name: 1000 };
/** Answers to wrong guesses that are held back at once: what waits holds a connection open. */
const heldByAddress = 8;
const heldInAll = 200;

/**
 * Slows guessing by the failures of an address and of a name. Whoever knows the secret is never refused for the failures
 * of others: only wrong guesses are.
 */
export class Attempts {
  private readonly failures = new RateLimiterMemory({ points: 1, duration: memorySeconds });
  private readonly held = new Map<string, number>();
  private heldNow = 0;

  constructor(private readonly wait: (ms: number) => Promise<unknown> = sleep) {}

  /** Waits as long as the failures of this address, and those at this name, deserve. */
  async slowDown(address: string, name?: string): Promise<void> {
    const ms = Math.max(
      delayMs(await this.countOf(`address ${address}`), longestMs.address),
      name === undefined ? 0 : delayMs(await this.countOf(`name ${name}`), longestMs.name),
    );
    if (ms > 0) await this.wait(ms);
  }

  /** Counts a wrong guess. */
  async countFailure(address: string, name?: string): Promise<void> {
    accessLog.warn({ address, by: name === undefined ? 'token' : 'password' }, 'a wrong secret was given');
    await this.failures.penalty(`address ${address}`, 1);
    if (name !== undefined) await this.failures.penalty(`name ${name}`, 1);
  }

  /** Counts a wrong secret and holds its answer back. Throws AppError 'too-many' where that many are held already. */
  async holdBack(address: string): Promise<void> {
    await this.countFailure(address);
    const held = this.held.get(address) ?? 0;
    if (held >= heldByAddress || this.heldNow >= heldInAll)
      throw new AppError('too-many', 'too many wrong access tokens: the right one is taken at any time');
    this.hold(address, 1);
    try {
      await this.slowDown(address);
    } finally {
      this.hold(address, -1);
    }
  }

  private hold(address: string, by: number): void {
    const held = (this.held.get(address) ?? 0) + by;
    if (held > 0) this.held.set(address, held);
    else this.held.delete(address);
    this.heldNow += by;
  }

  private async countOf(key: string): Promise<number> {
    return (await this.failures.get(key))?.consumedPoints ?? 0;
  }
}

function delayMs(failures: number, longest: number): number {
  return failures <= free ? 0 : Math.min(longest, firstMs * 2 ** (failures - free - 1));
}
