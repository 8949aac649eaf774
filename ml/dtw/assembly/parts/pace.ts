/*
 * When threads leave a phase before its end, for it to be gone on with later: the numbers of ml/dtw/shared/pace.ts, below
 * what the compiler lays down (--memoryBase).
 */
const toldAddress: usize = 84;
const heardAddress: usize = 88;
const quotaAddress: usize = 92;
const droppedAddress: usize = 96;
const runningAddress: usize = 100;

let left: i32 = 0;

/** Begins a piece of work. */
export function beginPiece(): void {
  left = load<i32>(quotaAddress);
}

/** Takes so many cells of a warping table, or what takes as long, from the piece's share. */
export function spend(cells: i32): void {
  left -= cells;
}

/** Whether the piece has had its share. */
export function isSpent(): bool {
  return left <= 0;
}

/** Whether the piece has had its share, or somebody waits to be heard. */
export function mustPause(): bool {
  return isSpent() || atomic.load<i32>(toldAddress) !== load<i32>(heardAddress);
}

/** Whether nobody wants the answer any more: what is computed from then on need not be right. */
export function isDropped(): bool {
  return atomic.load<i32>(droppedAddress) === load<i32>(runningAddress);
}
