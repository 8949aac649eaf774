import { Worker } from 'node:worker_threads';
import { Pace } from './pace';

/** Where in the kernel's memory the pool's numbers lie, as 32-bit words; parts/shares.ts has the first of them. */
const words = { share: 16, joined: 17, job: 18, phase: 19, working: 20 } as const;

/** A job's number, and in its low bits how many helpers it counts on, so that both are read at once. */
const helperBits = 8;

/**
 * A helper's whole program, all else being in the kernel; as text it runs from a bundle as from the sources. It waits
 * here and not in the kernel because V8's first compiler (Liftoff, Node 20) loses locals across memory.atomic.wait32.
 */
const program = `
const { kernel, memory, words } = require('node:worker_threads').workerData;
const { work } = new WebAssembly.Instance(kernel, { env: { memory } }).exports;
const numbers = new Int32Array(memory.buffer);
let job = Atomics.load(numbers, words.job);
const place = Atomics.add(numbers, words.joined, 1) + 1;
for (;;) {
  Atomics.wait(numbers, words.job, job);
  const next = Atomics.load(numbers, words.job);
  const counted = next !== job && place <= (next & ${(1 << helperBits) - 1});
  job = next;
  if (!counted) continue;
  work(Atomics.load(numbers, words.phase), place);
  if (Atomics.sub(numbers, words.working, 1) === 1) Atomics.notify(numbers, words.working);
}
`;

/**
 * What a kernel must export to be worked on by several threads: its part in a piece of a phase, by the thread's place;
 * it tells whether it has computed as much as it was given.
 */
export interface SharedWork {
  work(phase: number, place: number): number;
}

/** A piece of a phase: on how many threads, at most `size`; from which share of the work on; for which search. */
export interface Piece {
  threads: number;
  share: number;
  milliseconds: number;
  search: number;
}

/** How much a thread computes, in cells of a warping table a millisecond, as long as it was not measured. */
const firstSpeed = 300_000;
const leastSpeed = 10_000;

/**
 * The calling thread and its helpers, working on one kernel's memory. Helpers start in the background, take part
 * from when they have joined, and keep no process alive.
 */
export class ThreadPool {
  readonly pace: Pace;
  private readonly numbers: Int32Array;
  private readonly helpers: Worker[];
  private speed = firstSpeed;

  /** @param helpers how many threads besides the calling one, at most 255 */
  constructor(
    private readonly exports: SharedWork,
    { kernel, memory, helpers }: { kernel: WebAssembly.Module; memory: WebAssembly.Memory; helpers: number },
  ) {
    const shared = memory.buffer as unknown as SharedArrayBuffer;
    this.pace = new Pace(shared);
    this.numbers = new Int32Array(shared);
    this.helpers = Array.from({ length: helpers }, () => {
      const helper = new Worker(program, {
        eval: true,
        workerData: { kernel, memory, words },
        execArgv: [],
      });
      helper.unref();
      return helper;
    });
  }

  /** Threads at work in the next phase: the caller, whose place is 0, and the helpers that have joined. */
  get size(): number {
    return 1 + Atomics.load(this.numbers, words.joined);
  }

  /**
   * Works on a phase for about so many milliseconds, less where it ends or where the pace is told of something; returns
   * when the last thread has left it, the share of the work that is to be taken next.
   */
  run(phase: number, { threads, share, milliseconds, search }: Piece): number {
    const { numbers, pace } = this;
    const helpers = threads - 1;
    const cells = pace.allow(milliseconds * this.speed, search);
    Atomics.store(numbers, words.share, share);
    Atomics.store(numbers, words.phase, phase);
    Atomics.store(numbers, words.working, helpers);
    const number = (Atomics.load(numbers, words.job) >> helperBits) + 1;
    Atomics.store(numbers, words.job, (number << helperBits) | helpers);
    if (helpers > 0) Atomics.notify(numbers, words.job);
    const started = performance.now();
    if (this.exports.work(phase, 0)) this.learn(cells / (performance.now() - started));
    for (let working; (working = Atomics.load(numbers, words.working)) > 0;) {
      Atomics.wait(numbers, words.working, working);
    }
    return Atomics.load(numbers, words.share);
  }

  private learn(speed: number): void {
    this.speed = Math.max(leastSpeed, Math.min(2 * this.speed, (this.speed + speed) / 2));
  }

  /** Ends the helpers; the pool must not run any more. */
  async stop(): Promise<void> {
    await Promise.all(this.helpers.map((helper) => helper.terminate()));
  }
}
