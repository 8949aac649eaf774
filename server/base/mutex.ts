/** Mutual exclusion by key: work under one key happens one after the other, under different keys side by side. */
export class Mutex {
  private readonly last = new Map<string, Promise<unknown>>();

  /** Does `work` after all earlier work under `key` has ended, well or not. */
  async run<T>(key: string, work: () => Promise<T>): Promise<T> {
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
