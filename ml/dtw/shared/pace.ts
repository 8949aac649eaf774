/** Where in a kernel's memory its pace is told, as 32-bit words; assembly/parts/pace.ts has the same. */
const words = { told: 21, heard: 22, quota: 23, dropped: 24, running: 25 } as const;

/** A piece has to lead somewhere, and its share is a whole number of 32 bits. */
const leastCells = 2 ** 10;
const mostCells = 2 ** 30;

/**
 * How long threads work on a kernel's phase before they leave it to be gone on with later: until they have computed
 * as much as they were given, or until another thread has told that it waits to be heard.
 */
export class Pace {
  private readonly numbers: Int32Array;

  constructor(memory: SharedArrayBuffer) {
    this.numbers = new Int32Array(memory, 0, words.running + 1);
    Atomics.store(this.numbers, words.dropped, -1);
  }

  /** Has been heard: what is told from now on ends the next piece. */
  hear(): void {
    Atomics.store(this.numbers, words.heard, Atomics.load(this.numbers, words.told));
  }

  /** Whether anybody has told of something since. */
  get isCalled(): boolean {
    return Atomics.load(this.numbers, words.heard) !== Atomics.load(this.numbers, words.told);
  }

  /** Sets about how many cells of a warping table each thread may compute in the next piece, and for which search. */
  allow(cells: number, search: number): number {
    const quota = Math.max(leastCells, Math.min(mostCells, Math.round(cells)));
    Atomics.store(this.numbers, words.quota, quota);
    Atomics.store(this.numbers, words.running, search);
    return quota;
  }
}

/** Threads that work in pieces, and the memory by which others tell them something. */
export interface Paced {
  pace: Pace;
  alarm: SharedArrayBuffer;
}

/** From any other thread: something waits to be heard, so that the piece at work ends soon. */
export function tell(memory: SharedArrayBuffer): void {
  Atomics.add(new Int32Array(memory, 0, words.running + 1), words.told, 1);
}

/** From any other thread: nobody wants this search's answer any more. */
export function drop(memory: SharedArrayBuffer, search: number): void {
  Atomics.store(new Int32Array(memory, 0, words.running + 1), words.dropped, search);
  tell(memory);
}
