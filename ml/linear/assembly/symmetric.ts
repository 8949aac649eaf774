/*
 * The steps of symmetricKernel.ts, two numbers at a time. Everything lies as symmetricMemory.ts tells; addresses are in
 * bytes. Numbers of a pair of rows are updated and used in one pass, so that each is read from memory once.
 */

const doubleBytes: usize = 8;
const pairBytes: usize = 16;
/** A column of a panel: a line of the cache. */
const columnBytes: usize = 64;

let size: usize = 0;
let rowBytes: usize = 0;
let reflector: usize = 0;
let lastReflector: usize = 0;
let lastUpdate: usize = 0;
let product: usize = 0;
let factors: usize = 0;
let rotations: usize = 0;
let sweeps: usize = 0;
let panels: usize = 0;
let panelBytes: usize = 0;
let panelsEnd: usize = 0;

/** Told before a matrix: its rows, an even number; where vectors, factors, rotations, sweeps and panels begin and end. */
export function layOut(
  rows: usize,
  vectors: usize,
  factorsAddress: usize,
  rotationsAddress: usize,
  sweepsAddress: usize,
  panelsAddress: usize,
  end: usize,
): void {
  size = rows;
  rowBytes = rows * doubleBytes;
  reflector = vectors;
  lastReflector = vectors + rowBytes;
  lastUpdate = vectors + 2 * rowBytes;
  product = vectors + 3 * rowBytes;
  factors = factorsAddress;
  rotations = rotationsAddress;
  sweeps = sweepsAddress;
  panels = panelsAddress;
  panelBytes = rows * columnBytes;
  panelsEnd = end;
}

/** Updates the leading `count` rows, two at a time, and multiplies them by the reflector. */
export function updateAndMultiply(count: i32): void {
  for (let row: usize = 0; row < <usize>count; row += 2) updateRows(row);
}

function updateRows(row: usize): void {
  const offset = row * doubleBytes;
  const upper = row * rowBytes;
  const lower = upper + rowBytes;
  const upperReflector = v128.load64_splat(reflector + offset);
  const lowerReflector = v128.load64_splat(reflector + offset + doubleBytes);
  const upperLast = v128.load64_splat(lastReflector + offset);
  const lowerLast = v128.load64_splat(lastReflector + offset + doubleBytes);
  const upperUpdate = v128.load64_splat(lastUpdate + offset);
  const lowerUpdate = v128.load64_splat(lastUpdate + offset + doubleBytes);
  let upperSums = f64x2.splat(0);
  let lowerSums = f64x2.splat(0);
  for (let at: usize = 0; at < offset; at += pairBytes) {
    const last = v128.load(lastReflector + at);
    const update = v128.load(lastUpdate + at);
    const own = v128.load(reflector + at);
    const above = f64x2.sub(
      f64x2.sub(v128.load(upper + at), f64x2.mul(upperLast, update)),
      f64x2.mul(upperUpdate, last),
    );
    const below = f64x2.sub(
      f64x2.sub(v128.load(lower + at), f64x2.mul(lowerLast, update)),
      f64x2.mul(lowerUpdate, last),
    );
    v128.store(upper + at, above);
    v128.store(lower + at, below);
    upperSums = f64x2.add(upperSums, f64x2.mul(above, own));
    lowerSums = f64x2.add(lowerSums, f64x2.mul(below, own));
    const sums = f64x2.add(v128.load(product + at), f64x2.mul(above, upperReflector));
    v128.store(product + at, f64x2.add(sums, f64x2.mul(below, lowerReflector)));
  }
  const top = updated(upper, row, row);
  const side = updated(lower, row + 1, row);
  const bottom = updated(lower, row + 1, row + 1);
  const one = load<f64>(reflector + offset);
  const other = load<f64>(reflector + offset, doubleBytes);
  store<f64>(product + offset, sumOf(upperSums) + top * one + side * other);
  store<f64>(product + offset, sumOf(lowerSums) + side * one + bottom * other, doubleBytes);
}

/** Updates a value of a row that begins at an address. */
function updated(start: usize, row: usize, column: usize): f64 {
  const own = row * doubleBytes;
  const other = column * doubleBytes;
  const value =
    load<f64>(start + other) -
    load<f64>(lastReflector + own) * load<f64>(lastUpdate + other) -
    load<f64>(lastUpdate + own) * load<f64>(lastReflector + other);
  store<f64>(start + other, value);
  return value;
}

function sumOf(sums: v128): f64 {
  return f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
}

/** Multiplies every panel by the reflectors that change it: those of the rows after its first. */
export function reflectPanels(): void {
  let first: usize = 1;
  for (let panel = panels; panel !== panelsEnd; panel += panelBytes) {
    for (let row = first; row < size; row++) {
      const factor = load<f64>(factors + row * doubleBytes);
      if (factor !== 0) reflect(panel, row, factor);
    }
    first += columnBytes / doubleBytes;
  }
}

/** Takes from a panel its product with a reflector, a row of the matrix as long as its number tells. */
function reflect(panel: usize, row: usize, factor: f64): void {
  const start = row * rowBytes;
  const end = start + row * doubleBytes;
  let sum0 = f64x2.splat(0);
  let sum1 = f64x2.splat(0);
  let sum2 = f64x2.splat(0);
  let sum3 = f64x2.splat(0);
  let column = panel;
  for (let at = start; at !== end; at += doubleBytes) {
    const value = v128.load64_splat(at);
    sum0 = f64x2.add(sum0, f64x2.mul(value, v128.load(column)));
    sum1 = f64x2.add(sum1, f64x2.mul(value, v128.load(column, 16)));
    sum2 = f64x2.add(sum2, f64x2.mul(value, v128.load(column, 32)));
    sum3 = f64x2.add(sum3, f64x2.mul(value, v128.load(column, 48)));
    column += columnBytes;
  }
  const factorPair = f64x2.splat(factor);
  sum0 = f64x2.mul(sum0, factorPair);
  sum1 = f64x2.mul(sum1, factorPair);
  sum2 = f64x2.mul(sum2, factorPair);
  sum3 = f64x2.mul(sum3, factorPair);
  column = panel;
  for (let at = start; at !== end; at += doubleBytes) {
    const value = v128.load64_splat(at);
    v128.store(column, f64x2.sub(v128.load(column), f64x2.mul(value, sum0)));
    v128.store(column, f64x2.sub(v128.load(column, 16), f64x2.mul(value, sum1)), 16);
    v128.store(column, f64x2.sub(v128.load(column, 32), f64x2.mul(value, sum2)), 32);
    v128.store(column, f64x2.sub(v128.load(column, 48), f64x2.mul(value, sum3)), 48);
    column += columnBytes;
  }
}

/** Turns the columns of every panel by all kept sweeps, one panel after the other, so that it stays in the cache. */
export function rotatePanels(sweepCount: i32): void {
  const sweepsEnd = sweeps + <usize>sweepCount * pairBytes;
  for (let panel = panels; panel !== panelsEnd; panel += panelBytes) {
    let turns = rotations;
    for (let sweep = sweeps; sweep !== sweepsEnd; sweep += pairBytes) {
      const first = <usize>load<f64>(sweep);
      const turnsEnd = turns + <usize>load<f64>(sweep, doubleBytes) * pairBytes;
      rotate(panel + first * columnBytes, turns, turnsEnd);
      turns = turnsEnd;
    }
  }
}

/** Turns the column at an address with the one before it, then that with the one before, and so on. */
function rotate(column: usize, turns: usize, turnsEnd: usize): void {
  let right0 = v128.load(column);
  let right1 = v128.load(column, 16);
  let right2 = v128.load(column, 32);
  let right3 = v128.load(column, 48);
  for (; turns !== turnsEnd; turns += pairBytes) {
    const cosine = v128.load64_splat(turns);
    const sine = v128.load64_splat(turns, 8);
    column -= columnBytes;
    const left0 = v128.load(column);
    const left1 = v128.load(column, 16);
    const left2 = v128.load(column, 32);
    const left3 = v128.load(column, 48);
    v128.store(column, f64x2.add(f64x2.mul(sine, left0), f64x2.mul(cosine, right0)), 64);
    v128.store(column, f64x2.add(f64x2.mul(sine, left1), f64x2.mul(cosine, right1)), 80);
    v128.store(column, f64x2.add(f64x2.mul(sine, left2), f64x2.mul(cosine, right2)), 96);
    v128.store(column, f64x2.add(f64x2.mul(sine, left3), f64x2.mul(cosine, right3)), 112);
    right0 = f64x2.sub(f64x2.mul(cosine, left0), f64x2.mul(sine, right0));
    right1 = f64x2.sub(f64x2.mul(cosine, left1), f64x2.mul(sine, right1));
    right2 = f64x2.sub(f64x2.mul(cosine, left2), f64x2.mul(sine, right2));
    right3 = f64x2.sub(f64x2.mul(cosine, left3), f64x2.mul(sine, right3));
  }
  v128.store(column, right0);
  v128.store(column, right1, 16);
  v128.store(column, right2, 32);
  v128.store(column, right3, 48);
}
