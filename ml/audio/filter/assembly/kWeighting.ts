/*
 * The two filters of K-weighting in transposed direct form II, and the energy behind them. A vector holds both channels
 * of a number; the vectors lie as kWeightingKernel.ts writes and reads them: coefficients, then state.
 */
const vectorBytes: usize = 16;
const sampleBytes: usize = 4;

const coefficientCount: usize = 8;
const stateAddress: usize = coefficientCount * vectorBytes;

/** Filters the samples of both channels, at least one of each: from `left` to `leftEnd`, and as many from `right`. */
export function filter(left: usize, right: usize, leftEnd: usize): void {
  const b0 = v128.load(0);
  const b1 = v128.load(vectorBytes);
  const b2 = v128.load(2 * vectorBytes);
  const a1 = v128.load(3 * vectorBytes);
  const a2 = v128.load(4 * vectorBytes);
  const c1 = v128.load(5 * vectorBytes);
  const c2 = v128.load(6 * vectorBytes);
  const minusTwo = v128.load(7 * vectorBytes);
  let shelf1 = v128.load(stateAddress);
  let shelf2 = v128.load(stateAddress, vectorBytes);
  let pass1 = v128.load(stateAddress, 2 * vectorBytes);
  let pass2 = v128.load(stateAddress, 3 * vectorBytes);
  let energy = v128.load(stateAddress, 4 * vectorBytes);
  do {
    const sample = samplePair(left, right);
    const shelved = f64x2.add(f64x2.mul(b0, sample), shelf1);
    shelf1 = f64x2.add(f64x2.sub(f64x2.mul(b1, sample), f64x2.mul(a1, shelved)), shelf2);
    shelf2 = f64x2.sub(f64x2.mul(b2, sample), f64x2.mul(a2, shelved));
    const weighted = f64x2.add(shelved, pass1);
    pass1 = f64x2.add(f64x2.sub(f64x2.mul(minusTwo, shelved), f64x2.mul(c1, weighted)), pass2);
    pass2 = f64x2.sub(shelved, f64x2.mul(c2, weighted));
    energy = f64x2.add(energy, f64x2.mul(weighted, weighted));
    right += sampleBytes;
    left += sampleBytes;
  } while (left !== leftEnd);
  v128.store(stateAddress, shelf1);
  v128.store(stateAddress, shelf2, vectorBytes);
  v128.store(stateAddress, pass1, 2 * vectorBytes);
  v128.store(stateAddress, pass2, 3 * vectorBytes);
  v128.store(stateAddress, energy, 4 * vectorBytes);
}

/** A sample of either channel, side by side in double precision. */
function samplePair(left: usize, right: usize): v128 {
  return f64x2.promote_low_f32x4(v128.load_lane<f32>(right, v128.load32_zero(left), 1));
}
