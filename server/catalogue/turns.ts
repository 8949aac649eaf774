/** Lets work under the same key happen one after the other, and under different keys side by side. */
export class Turns {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does `work` after all earlier work under `key` has ended, well or not. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key) ?? Promise.resolve();
    const mine = before.then(work, work);
    this.last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === mine) this.last.delete(key);
    }
  }
}
