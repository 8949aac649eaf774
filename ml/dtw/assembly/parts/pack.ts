import { momentsOf, uppersOf } from './blocks';
import {
  dimensionsAddress,
  firstPlaneAddress,
  lanesAt,
  laneScalesAddress,
  packAt,
  points,
  scratchOf,
} from './memory';

/*
 * Coordinates in lane units, whole numbers of 16 bits: a level's upper 16 bits times a factor in 1/32768, a shape's less
 * the mean. Those farther out than `mostUnits` are drawn in to it: that brings no two points farther apart.
 */
const layerBytes: usize = (<usize>points) << 2;
const vectorBytes: usize = 16;

/** The largest coordinate for which 64 steps cannot overflow 32 bits, in two and in four dimensions. */
export function mostUnits(dimensions: i32): i32 {
  return dimensions === 2 ? 2700 : 1900;
}

/** Valence and arousal side by side in every lane. */
function pairSplat(valence: i32, arousal: i32): v128 {
  return i32x4.splat((valence & 0xffff) | (arousal << 16));
}

function factorOf(plane: i32, moments: usize): f64 {
  const units = load<f64>(laneScalesAddress + ((<usize>plane) << 3));
  return plane < 2 ? units : units * <f64>load<f32>(moments + ((<usize>(plane & 1)) << 2), 8);
}

/** Writes a track's layers in lane units, points in order, into the place `lane` of the thread's pack. */
export function packTrack(place: i32, slot: i32, lane: i32): void {
  const dimensions = load<i32>(dimensionsAddress);
  const firstPlane = load<i32>(firstPlaneAddress);
  const most = i16x8.splat(<i16>mostUnits(dimensions));
  const least = i16x8.neg(most);
  const uppers = uppersOf(slot);
  const moments = momentsOf(slot);
  let to = packOf(place, lane);
  for (let plane = firstPlane; plane < firstPlane + dimensions; plane += 2) {
    const factorV = <i32>nearest<f64>(factorOf(plane, moments));
    const factorA = <i32>nearest<f64>(factorOf(plane + 1, moments));
    const factors = pairSplat(factorV, factorA);
    const centres = plane < 2 ? i16x8.splat(0) : centresOf(moments, factorV, factorA);
    for (let from = uppers; from < uppers + layerBytes; from += vectorBytes) {
      const units = i16x8.sub(i16x8.q15mulr_sat_s(v128.load(from), factors), centres);
      v128.store(to, i16x8.max_s(i16x8.min_s(units, most), least));
      to += vectorBytes;
    }
  }
}

function centresOf(moments: usize, factorV: i32, factorA: i32): v128 {
  const valence = <f64>load<f32>(moments) * <f64>factorV;
  const arousal = <f64>load<f32>(moments, 4) * <f64>factorA;
  return pairSplat(<i32>nearest<f64>(valence), <i32>nearest<f64>(arousal));
}

function packOf(place: i32, lane: i32): usize {
  return scratchOf(place) + packAt + <usize>lane * 2 * layerBytes;
}

/** Turns the pack of four tracks into lanes: for each point a vector with it of all four. */
export function fillLanes(place: i32): usize {
  const lanes = scratchOf(place) + lanesAt;
  const layers = load<i32>(dimensionsAddress) >> 1;
  for (let vector: usize = 0; vector < (<usize>layers * layerBytes) / vectorBytes; vector++) {
    const from = packOf(place, 0) + vector * vectorBytes;
    const a = v128.load(from);
    const b = v128.load(from, 2 * layerBytes);
    const c = v128.load(from, 4 * layerBytes);
    const d = v128.load(from, 6 * layerBytes);
    const ab = v128.shuffle<i32>(a, b, 0, 4, 1, 5);
    const abHigh = v128.shuffle<i32>(a, b, 2, 6, 3, 7);
    const cd = v128.shuffle<i32>(c, d, 0, 4, 1, 5);
    const cdHigh = v128.shuffle<i32>(c, d, 2, 6, 3, 7);
    const to = lanes + vector * 4 * vectorBytes;
    v128.store(to, v128.shuffle<i64>(ab, cd, 0, 2));
    v128.store(to, v128.shuffle<i64>(ab, cd, 1, 3), 16);
    v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 0, 2), 32);
    v128.store(to, v128.shuffle<i64>(abHigh, cdHigh, 1, 3), 48);
  }
  return lanes;
}
