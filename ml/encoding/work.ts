/** Tells how far a long computation is, and ends it when nobody wants it any more. */
export class Work {
  private done = 0;
  private told = 0;

  /**
   * @param total all units, of whatever size; estimates are fine, since what is told never goes back or beyond 1
   */
  constructor(
    private readonly total: number,
    private readonly options: { onProgress?: (fraction: number) => void; signal?: AbortSignal },
  ) {}

  /** @throws the signal's reason once it is aborted. */
  advance(units: number): void {
    this.options.signal?.throwIfAborted();
    this.done += units;
    this.tell(Math.min(1, this.done / this.total));
  }

  /** Everything is done, however much was estimated. */
  finish(): void {
    this.tell(1);
  }

  private tell(fraction: number): void {
    if (fraction <= this.told) return;
    this.told = fraction;
    this.options.onProgress?.(fraction);
  }
}
