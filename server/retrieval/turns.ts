/**
 * Whose turn it is: askers one after the other, and of each asker's own work one after the other, so that neither much
 * work nor long work of one holds up another.
 */
export class Turns<Work> {
  /** The one whose turn was longest ago comes first; of each, likewise. */
  private readonly queues = new Map<string, Work[]>();

  get size(): number {
    let size = 0;
    for (const queue of this.queues.values()) size += queue.length;
    return size;
  }

  add(asker: string, work: Work): void {
    const queue = this.queues.get(asker);
    if (queue) queue.push(work);
    else this.queues.set(asker, [work]);
  }

  /** Takes work out that is done or not wanted any more. */
  remove(work: Work): void {
    for (const [asker, queue] of this.queues) {
      const at = queue.indexOf(work);
      if (at >= 0) queue.splice(at, 1);
      if (queue.length === 0) this.queues.delete(asker);
    }
  }

  /** What is to be worked on now, among what may be; its next turn is after everybody else's. */
  next(may: (work: Work) => boolean = () => true): Work | undefined {
    for (const [asker, queue] of this.queues) {
      const at = queue.findIndex(may);
      if (at < 0) continue;
      const [work] = queue.splice(at, 1);
      queue.push(work);
      this.queues.delete(asker);
      this.queues.set(asker, queue);
      return work;
    }
    return undefined;
  }

  *[Symbol.iterator](): Generator<Work> {
    for (const queue of this.queues.values()) yield* queue;
  }
}
