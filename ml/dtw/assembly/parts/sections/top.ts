import { limit, top } from './plan';

/**
 * The best sections so far, shared by all threads: a lock, how many there are, what a further one must not exceed
 * (f64), then cost and track id (f64), start and length (i32) of each, in order.
 */
const countAt: usize = 4;
const cutoffAt: usize = 8;
const entriesAt: usize = 16;
const entryBytes: usize = 24;

/** The cost that a further section must not exceed. */
export function cutoff(): f64 {
  return reinterpret<f64>(atomic.load<i64>(top + cutoffAt));
}

/** Adds a section in its order: the cheaper first; ties by track id, then the earlier start, then the shorter. */
export function addFound(cost: f64, trackId: f64, start: i32, length: i32): void {
  while (atomic.cmpxchg<i32>(top, 0, 1) !== 0);
  const count = load<i32>(top + countAt);
  let at = top + entriesAt + <usize>count * entryBytes;
  if (count < limit) store<i32>(top + countAt, count + 1);
  else at -= entryBytes;
  if (count < limit || precedes(cost, trackId, start, length, at)) {
    for (
      ;
      at > top + entriesAt && precedes(cost, trackId, start, length, at - entryBytes);
      at -= entryBytes
    ) {
      memory.copy(at, at - entryBytes, entryBytes);
    }
    store<f64>(at, cost);
    store<f64>(at + 8, trackId);
    store<i32>(at + 16, start);
    store<i32>(at + 20, length);
    const last = load<f64>(top + entriesAt + <usize>(limit - 1) * entryBytes);
    if (count >= limit - 1 && last < cutoff()) atomic.store<i64>(top + cutoffAt, reinterpret<i64>(last));
  }
  atomic.store<i32>(top, 0);
}

function precedes(cost: f64, trackId: f64, start: i32, length: i32, entry: usize): bool {
  const otherCost = load<f64>(entry);
  if (cost !== otherCost) return cost < otherCost;
  const otherId = load<f64>(entry + 8);
  if (trackId !== otherId) return trackId < otherId;
  const otherStart = load<i32>(entry + 16);
  if (start !== otherStart) return start < otherStart;
  return length < load<i32>(entry + 20);
}
