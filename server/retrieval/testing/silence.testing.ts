import { readdirSync, readFileSync } from 'node:fs';

/** A thread that does nothing wakes up for less than this in a window. */
const restNs = 200_000;
const windowMs = 3;
const mostMs = 2000;

/** Milliseconds from now until no thread of a process computes, but for this thread itself. Linux alone. */
export function silence(pid: number): number {
  const started = performance.now();
  let last = started;
  for (let before = computedNs(pid); performance.now() - started < mostMs;) {
    const until = performance.now() + windowMs;
    while (performance.now() < until);
    const now = computedNs(pid);
    if (now - before < restNs) break;
    last = performance.now();
    before = now;
  }
  return last - started;
}

/** Nanoseconds that all threads of a process have computed. */
function computedNs(pid: number): number {
  let sum = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    if (thread === String(process.pid)) continue;
    sum += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
  }
  return sum;
}
