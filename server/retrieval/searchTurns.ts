/** Work of one asker, and what it has taken so far. */
interface Queue<Work> {
  taken: number;
  work: Map<Work, number>;
}

/**
 * Whose turn it is: that of the asker whose work has taken least, and of what they ask, that which has taken least. What is
 * new begins with the least that anybody has taken, and before these: so it never waits for what is large, and who asks
 * again and again gets no more than others.
 */
export class SearchTurns<Work> {
  private readonly queues = new Map<string, Queue<Work>>();
  private readonly askers = new Map<Work, string>();

  get size(): number {
    return this.askers.size;
  }

  add(asker: string, work: Work): void {
    const least = leastOf([...this.queues.values()].filter(isBusy).map(({ taken }) => taken));
    const queue = this.queues.get(asker) ?? { taken: least, work: new Map<Work, number>() };
    queue.taken = isBusy(queue) ? queue.taken : Math.max(queue.taken, least);
    queue.work.set(work, leastOf([...queue.work.values()]));
    this.queues.set(asker, queue);
    this.askers.set(work, asker);
  }

  /** Takes work out that is done or not wanted any more. */
  remove(work: Work): void {
    const asker = this.askers.get(work);
    if (asker === undefined) return;
    this.askers.delete(work);
    this.queues.get(asker)!.work.delete(work);
    // Who has gone is remembered while others wait, or they might come back for a turn before them.
    if (this.size === 0) this.queues.clear();
  }

  /** What is to be worked on now, among what may be; of equals what came last. */
  next(may: (work: Work) => boolean = () => true): Work | undefined {
    let chosen: Work | undefined;
    let least = { queue: Infinity, work: Infinity };
    for (const queue of this.queues.values()) {
      for (const [work, taken] of queue.work) {
        const isLess = queue.taken < least.queue || (queue.taken === least.queue && taken <= least.work);
        if (!isLess || !may(work)) continue;
        chosen = work;
        least = { queue: queue.taken, work: taken };
      }
    }
    return chosen;
  }

  /** Notes what work has taken of everybody's time. */
  charge(work: Work, milliseconds: number): void {
    const queue = this.queues.get(this.askers.get(work) ?? '');
    if (!queue) return;
    queue.taken += milliseconds;
    queue.work.set(work, queue.work.get(work)! + milliseconds);
  }

  [Symbol.iterator](): Iterator<Work> {
    return this.askers.keys();
  }
}

function isBusy({ work }: Queue<unknown>): boolean {
  return work.size > 0;
}

function leastOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.min(...values);
}
