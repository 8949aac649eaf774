import { chromaHopSeconds, pitchClasses } from './chromaFrames';

/** How far back and ahead of a moment harmony is averaged. */
const reachSeconds = 0.45;

/**
 * How much harmony changes at moments `hopSeconds` apart: one less the cosine of the pitch classes of the half second
 * before and after, 0 to 1.
 */
export function harmonicChange(chroma: Float32Array, count: number, hopSeconds: number): Float32Array {
  const rows = chroma.length / pitchClasses;
  const reach = Math.round(reachSeconds / chromaHopSeconds);
  const coarse = Float32Array.from(
    { length: rows },
    (_, row) => 1 - cosine(sum(chroma, row - reach, row), sum(chroma, row + 1, row + 1 + reach)),
  );
  return Float32Array.from({ length: count }, (_, i) => {
    const place = Math.min(rows - 1, (i * hopSeconds) / chromaHopSeconds);
    const row = Math.floor(place);
    const share = place - row;
    return coarse[row] * (1 - share) + (coarse[row + 1] ?? 0) * share;
  });
}

function sum(chroma: Float32Array, from: number, to: number): Float64Array {
  const total = new Float64Array(pitchClasses);
  const rows = chroma.length / pitchClasses;
  for (let row = Math.max(0, from); row < Math.min(rows, to); row++)
    for (let pitch = 0; pitch < pitchClasses; pitch++)
      total[pitch] += chroma[row * pitchClasses + pitch] ** 2;
  return total;
}

function cosine(a: Float64Array, b: Float64Array): number {
  let [product, ofA, ofB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    product += a[i] * b[i];
    ofA += a[i] ** 2;
    ofB += b[i] ** 2;
  }
  return ofA > 0 && ofB > 0 ? product / Math.sqrt(ofA * ofB) : 1;
}
