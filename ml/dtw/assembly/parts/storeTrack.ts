import { rowsOf, groupSlots, highRows, lowRows, lowersOf, momentsOf, uppersOf } from './blocks';
import { meanOf, readLevel, shapeScaleOf } from './exact';
import { coordinates, levelAt, points, scratchOf, segmentPoints, segments, stagingAddress } from './memory';

const stepsPerUnit: f32 = 8388608;
const mostSteps: f32 = 8388607;

/** Bound codes, 0 to 255, of a unit: levels from -1 to 1 and shapes from -3 to 3 have their own, others the outermost. */
export const levelCodes: f64 = 127.5;
export const shapeCodes: f64 = 42.5;
const centreCode: f64 = 127.5;
/** Codes that rounding to singles may amount to, and more: boxes are rounded outward by it. */
const codeSlack: f64 = 1e-3;

/** Stores the track whose level lies in the staging memory: its steps, its moments, and what bounds its cost. */
export function storeTrack(slot: i32): void {
  const uppers = uppersOf(slot);
  const lowers = lowersOf(slot);
  for (let i: usize = 0; i < <usize>coordinates; i++) {
    const value = load<f32>(stagingAddress + (i << 2));
    const steps = <i32>Mathf.min(nearest<f32>(value * stepsPerUnit), mostSteps);
    store<i16>(uppers + (i << 1), <i16>(steps >> 8));
    store<u8>(lowers + i, <u8>(steps & 255));
  }
  const level = scratchOf(0) + levelAt;
  readLevel(slot, level);
  for (let side = 0; side < 2; side++) {
    storeBounds(slot, side, level, 0, levelCodes);
    storeSideShape(slot, side, level);
  }
}

/** Stores anew what depends on the floors of deviations; `place` is that of the thread. */
export function storeShape(slot: i32, place: i32): void {
  const level = scratchOf(place) + levelAt;
  readLevel(slot, level);
  for (let side = 0; side < 2; side++) storeSideShape(slot, side, level);
}

function storeSideShape(slot: i32, side: i32, level: usize): void {
  const mean = meanOf(level, side);
  const scale = shapeScaleOf(level, side, mean);
  store<f32>(momentsOf(slot) + ((<usize>side) << 2), <f32>mean);
  store<f32>(momentsOf(slot) + ((<usize>side) << 2), <f32>scale, 8);
  storeBounds(slot, 2 + side, level, mean, scale * shapeCodes);
}

/** Writes the codes of one plane: its segments' means, and the boxes around each with its neighbours, rounded outward. */
function storeBounds(slot: i32, plane: i32, level: usize, mean: f64, codes: f64): void {
  const rows = rowsOf(slot, plane) + <usize>(slot % groupSlots);
  const side = plane & 1;
  for (let segment = 0; segment < segments; segment++) {
    const first = segment * segmentPoints;
    let sum: f64 = 0;
    let least: f64 = Infinity;
    let most: f64 = -Infinity;
    for (let i = max(0, first - segmentPoints); i < min(points, first + 2 * segmentPoints); i++) {
      const value = <f64>load<f32>(level + ((<usize>(2 * i + side)) << 2));
      const code = (value - mean) * codes + centreCode;
      if (i >= first && i < first + segmentPoints) sum += code;
      least = Math.min(least, code);
      most = Math.max(most, code);
    }
    const row = rows + <usize>(segment * groupSlots);
    store<u8>(row, codeOf(nearest<f64>(sum / <f64>segmentPoints)));
    store<u8>(row + lowRows, codeOf(Math.floor(least - codeSlack)));
    store<u8>(row + highRows, codeOf(Math.ceil(most + codeSlack)));
  }
}

function codeOf(value: f64): u8 {
  return <u8>Math.max(0, Math.min(255, value));
}
