/** Told to stop once nobody waits for it any more. */
type Work<Answer> = (signal: AbortSignal) => Promise<Answer>;

interface UnderWay<Answer> {
  done: Promise<Answer>;
  waiting: number;
  leaving: AbortController;
}

/** Work under way by its key: done once for all who ask for it at a time, and stopped when the last of them has gone. */
export class SharedWork<Answer> {
  private readonly underWay = new Map<string, UnderWay<Answer>>();

  /** Joins the work under `key`, or begins it. An asker has gone when `signal` is aborted; without one, it stays. */
  async join(key: string, work: Work<Answer>, signal?: AbortSignal): Promise<Answer> {
    const joined = this.underWay.get(key) ?? this.begin(key, work);
    joined.waiting += 1;
    const leave = () => {
      joined.waiting -= 1;
      if (joined.waiting === 0) joined.leaving.abort();
    };
    if (signal?.aborted) leave();
    else signal?.addEventListener('abort', leave, { once: true });
    try {
      return await joined.done;
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  private begin(key: string, work: Work<Answer>): UnderWay<Answer> {
    const leaving = new AbortController();
    const forget = () => {
      if (this.underWay.get(key) === begun) this.underWay.delete(key);
    };
    const begun: UnderWay<Answer> = { done: work(leaving.signal).finally(forget), waiting: 0, leaving };
    // Who comes after it was stopped begins anew.
    leaving.signal.addEventListener('abort', forget);
    this.underWay.set(key, begun);
    return begun;
  }
}
