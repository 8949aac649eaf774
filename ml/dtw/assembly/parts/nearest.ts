/*
 * The nearest few of many, as a heap with the farthest on top: a count, then pairs of doubles (cost, id). Ties go by id.
 */
export const heapHeaderBytes: usize = 16;
const entryBytes: usize = 16;

export function heapBytes(limit: i32): i32 {
  return <i32>heapHeaderBytes + limit * <i32>entryBytes;
}

export function heapSize(heap: usize): i32 {
  return load<i32>(heap);
}

function entryAt(heap: usize, index: i32): usize {
  return heap + heapHeaderBytes + <usize>index * entryBytes;
}

export function costAt(heap: usize, index: i32): f64 {
  return load<f64>(entryAt(heap, index));
}

export function idAt(heap: usize, index: i32): f64 {
  return load<f64>(entryAt(heap, index), 8);
}

/** The cost that a further entry must not exceed: the farthest's once there are `limit` of them. */
export function heapCutoff(heap: usize, limit: i32): f64 {
  return heapSize(heap) < limit ? Infinity : costAt(heap, 0);
}

function isFarther(cost: f64, id: f64, entry: usize): bool {
  const other = load<f64>(entry);
  return cost > other || (cost === other && id > load<f64>(entry, 8));
}

function put(heap: usize, index: i32, cost: f64, id: f64): void {
  const entry = entryAt(heap, index);
  store<f64>(entry, cost);
  store<f64>(entry, id, 8);
}

/** Adds an entry, in place of the farthest where there are `limit` already. */
export function offer(heap: usize, limit: i32, cost: f64, id: f64): void {
  const size = heapSize(heap);
  if (size < limit) {
    store<i32>(heap, size + 1);
    rise(heap, size, cost, id);
  } else if (!isFarther(cost, id, entryAt(heap, 0))) {
    sink(heap, size, cost, id);
  }
}

function rise(heap: usize, index: i32, cost: f64, id: f64): void {
  while (index > 0) {
    const parent = (index - 1) / 2;
    if (!isFarther(cost, id, entryAt(heap, parent))) break;
    put(heap, index, costAt(heap, parent), idAt(heap, parent));
    index = parent;
  }
  put(heap, index, cost, id);
}

/** Lets an entry take the place of the top and brings it to where it belongs. */
function sink(heap: usize, size: i32, cost: f64, id: f64): void {
  let index = 0;
  for (;;) {
    let child = 2 * index + 1;
    if (child >= size) break;
    if (child + 1 < size && isFarther(costAt(heap, child + 1), idAt(heap, child + 1), entryAt(heap, child))) {
      child++;
    }
    if (isFarther(cost, id, entryAt(heap, child))) break;
    put(heap, index, costAt(heap, child), idAt(heap, child));
    index = child;
  }
  put(heap, index, cost, id);
}
