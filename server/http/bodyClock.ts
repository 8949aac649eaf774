/** The smallest rate at which a body must come: `leastBytes` in every whole window. */
export interface BodyRate {
  windowMs: number;
  leastBytes: number;
}

/** Longer than this without a byte, and a body counts as stalled; milliseconds. */
export const idleMs = 30_000;

/**
 * Watches one body come in. Only what the client is waited for counts: while the server is not reading, as when the disk
 * is slow, the clock stands.
 */
export class BodyClock {
  private heardAt: number;
  private windowStart: number;
  private windowBytes: number;
  private bytes: number;

  constructor(
    private readonly rate: BodyRate,
    now: number,
    bytes: number,
  ) {
    this.heardAt = this.windowStart = now;
    this.windowBytes = this.bytes = bytes;
  }

  /** Whether the body comes too slowly, at `now` (milliseconds), when `bytes` have come in all. */
  isTooSlow(now: number, bytes: number, isRead: boolean): boolean {
    if (bytes > this.bytes || !isRead) this.heardAt = now;
    this.bytes = bytes;
    if (!isRead) this.open(now);
    if (now - this.heardAt >= idleMs) return true;
    if (now - this.windowStart < this.rate.windowMs) return false;
    const came = bytes - this.windowBytes;
    this.open(now);
    return came < this.rate.leastBytes;
  }

  private open(now: number): void {
    this.windowStart = now;
    this.windowBytes = this.bytes;
  }
}
