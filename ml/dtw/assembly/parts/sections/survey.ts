import {
  blockSize,
  capacity,
  coordinates,
  firstShape,
  floorOf,
  scales,
  surveyLengthCount,
  surveyLengths,
  surveyQuery,
  surveySegments,
  surveyWeights,
} from './plan';
import { exactCost, setBand } from './exact';
import { blockSums, centres } from './scratch';
import { sumBlocks, sumUp, trackLength, unpack } from './track';

/** Of a length's record: points, blocks, then the blocks at which the segments begin and the last one ends. */
const edgesOf: usize = 8;

const far: f32 = 1e30;
let leastCost: f32 = far;
let leastStart: i32 = 0;
let leastLength: i32 = 0;

/**
 * Where in a track a stretch is likely to be near: segment means of a few lengths from the blocks' starts are compared
 * with the query's, straight. Writes the least sum of squares (f64), start and length (i32); nothing is ruled out.
 */
export function surveyTrack(entry: usize, result: usize): void {
  unpack(entry);
  sumUp();
  sumBlocks();
  leastCost = far;
  let record = surveyLengths;
  for (let k = 0; k < surveyLengthCount; k++) {
    const points = load<i32>(record);
    for (let block = 0; block * blockSize + points <= trackLength; block += 4) lookAt(block, record);
    record += edgesOf + ((<usize>(surveySegments + 1)) << 2);
  }
  store<f64>(result, leastCost < far ? <f64>leastCost : Infinity);
  store<i32>(result, leastStart, 8);
  store<i32>(result, leastLength, 12);
}

/** Replaces what the survey guessed by what its stretch costs. */
export function probeTrack(entry: usize, result: usize): void {
  if (load<f64>(result) === Infinity) return;
  unpack(entry);
  sumUp();
  const length = load<i32>(result, 12);
  setBand(length);
  store<f64>(result, exactCost(load<i32>(result, 8), length));
}

function lookAt(block: i32, record: usize): void {
  let sum = f32x4.splat(0);
  for (let c = 0; c < coordinates; c++) sum = f32x4.add(sum, apartOf(c, block, record));
  const points = load<i32>(record);
  for (let lane = 0; lane < 4; lane++) {
    const start = (block + lane) * blockSize;
    if (start + points > trackLength) return;
    const cost =
      lane < 2
        ? lane === 0
          ? f32x4.extract_lane(sum, 0)
          : f32x4.extract_lane(sum, 1)
        : lane === 2
          ? f32x4.extract_lane(sum, 2)
          : f32x4.extract_lane(sum, 3);
    if (cost >= leastCost) continue;
    leastCost = cost;
    leastStart = start;
    leastLength = points;
  }
}

/** The squared differences of the segments' means in one coordinate, four blocks of starts in the lanes. */
function apartOf(c: i32, block: i32, record: usize): v128 {
  const d = c & 1;
  const out = (<usize>capacity) << 2;
  const values = blockSums + 2 * d * out + ((<usize>block) << 2);
  const counts = blockSums + 4 * out + ((<usize>block) << 2);
  const end = (<usize>load<i32>(record, 4)) << 2;
  const scale = <f32>load<f64>(scales + ((<usize>c) << 3));
  const all = f32x4.pmax(f32x4.sub(v128.load(counts + end), v128.load(counts)), f32x4.splat(1));
  let centre = f32x4.neg(v128.load32_splat(centres + ((<usize>d) << 2)));
  let by = f32x4.splat(scale);
  if (c >= firstShape) {
    centre = f32x4.div(f32x4.sub(v128.load(values + end), v128.load(values)), all);
    const square = f32x4.div(f32x4.sub(v128.load(values + out + end), v128.load(values + out)), all);
    const deviation = f32x4.sqrt(f32x4.pmax(f32x4.sub(square, f32x4.mul(centre, centre)), f32x4.splat(0)));
    by = f32x4.div(by, f32x4.pmax(deviation, f32x4.splat(<f32>floorOf(c))));
  }
  let sum = f32x4.splat(0);
  for (let k = 0; k < surveySegments; k++) {
    const from = (<usize>load<i32>(record + ((<usize>k) << 2), edgesOf)) << 2;
    const to = (<usize>load<i32>(record + ((<usize>k) << 2), edgesOf + 4)) << 2;
    if (to === from) continue;
    const mean = f32x4.mul(
      f32x4.sub(v128.load(values + to), v128.load(values + from)),
      f32x4.splat(1 / <f32>(<i32>((to - from) >> 2) * blockSize)),
    );
    const compared = f32x4.mul(f32x4.sub(mean, centre), by);
    const difference = f32x4.sub(
      compared,
      f32x4.splat(load<f32>(surveyQuery + ((<usize>(c * surveySegments + k)) << 2)) * scale),
    );
    const weight = v128.load32_splat(surveyWeights + ((<usize>k) << 2));
    sum = f32x4.add(sum, f32x4.mul(weight, f32x4.mul(difference, difference)));
  }
  return sum;
}
