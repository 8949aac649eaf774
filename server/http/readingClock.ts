/** Over so long it is seen how fast an answer is read, milliseconds. */
const windowMs = 10_000;
/** Read more slowly than this, an answer gives way where there is no more room; bytes in a second. */
const leastBytesPerSecond = 20_000;

/** What of a connection's answers has been read, and what waits to be; bytes. */
export interface Reading {
  read: number;
  waiting: number;
}

/**
 * Watches how fast answers are read. Only what the client could read counts: while nothing waits for it, the server is at
 * work and the clock stands.
 */
export class ReadingClock {
  private windowStart: number;
  private windowReading: Reading = { read: 0, waiting: 0 };
  private lastRead = 0;
  private movedAt: number;
  private slow = false;

  constructor(now: number) {
    this.windowStart = this.movedAt = now;
  }

  /** Whether in the last whole window less was read than is due. */
  get isSlow(): boolean {
    return this.slow;
  }

  /** For how long nothing has been read of what waits, at `now`; milliseconds. */
  stillMs(now: number): number {
    return now - this.movedAt;
  }

  /** Notes how it stands at `now`, milliseconds: to be called at least once a second. */
  look(now: number, { read, waiting }: Reading): void {
    if (read > this.lastRead || waiting === 0) this.movedAt = now;
    this.lastRead = read;
    if (waiting === 0) return this.open(now, { read, waiting }, false);
    const passedMs = now - this.windowStart;
    // A piece is known to be read when all of it is: a large one has the time that is due to it.
    const largest = Math.max(waiting, this.windowReading.waiting);
    if (passedMs < Math.max(windowMs, (largest / leastBytesPerSecond) * 1000)) return;
    const due = (leastBytesPerSecond * passedMs) / 1000;
    this.open(now, { read, waiting }, read - this.windowReading.read < due);
  }

  private open(now: number, reading: Reading, isSlow: boolean): void {
    this.windowStart = now;
    this.windowReading = reading;
    this.slow = isSlow;
  }
}
