import { momentsOf, uppersOf } from './blocks';
import {
  dimensionsAddress,
  firstPlaneAddress,
  lanesAt,
  laneScalesAddress,
  points,
  scratchOf,
  waitingSlotsAt,
} from './memory';

/*
 * Coordinates in lane units, whole numbers of 16 bits: a level's upper 16 bits times a factor in 1/32768, a shape's less
 * the mean. Those farther out than `mostUnits` are drawn in to it: that brings no two points farther apart.
 */
const layerBytes: usize = (<usize>points) << 2;
const vectorBytes: usize = 16;
/** A vector holds four points of a track; turned into lanes they are four vectors. */
const turnedBytes: usize = 4 * vectorBytes;

/** The largest coordinate for which 64 steps cannot overflow 32 bits, in two and in four dimensions. */
export function mostUnits(dimensions: i32): i32 {
  return dimensions === 2 ? 2700 : 1900;
}

/** Fills the lanes with the four waiting tracks: for each layer and point a vector with that of all four. */
export function packLanes(place: i32): void {
  const slots = scratchOf(place) + waitingSlotsAt;
  const dimensions = load<i32>(dimensionsAddress);
  const firstPlane = load<i32>(firstPlaneAddress);
  const most = i16x8.splat(<i16>mostUnits(dimensions));
  let to = scratchOf(place) + lanesAt;
  for (let plane = firstPlane; plane < firstPlane + dimensions; plane += 2) {
    packLayer(slots, plane, most, to);
    to += 4 * layerBytes;
  }
}

function packLayer(slots: usize, plane: i32, most: v128, to: usize): void {
  const slot0 = load<i32>(slots);
  const slot1 = load<i32>(slots, 4);
  const slot2 = load<i32>(slots, 8);
  const slot3 = load<i32>(slots, 12);
  const from0 = uppersOf(slot0),
    factors0 = factorsOf(slot0, plane),
    centres0 = centresOf(slot0, plane);
  const from1 = uppersOf(slot1),
    factors1 = factorsOf(slot1, plane),
    centres1 = centresOf(slot1, plane);
  const from2 = uppersOf(slot2),
    factors2 = factorsOf(slot2, plane),
    centres2 = centresOf(slot2, plane);
  const from3 = uppersOf(slot3),
    factors3 = factorsOf(slot3, plane),
    centres3 = centresOf(slot3, plane);
  for (let at: usize = 0; at < layerBytes; at += vectorBytes) {
    const track0 = unitsOf(v128.load(from0 + at), factors0, centres0, most);
    const track1 = unitsOf(v128.load(from1 + at), factors1, centres1, most);
    const track2 = unitsOf(v128.load(from2 + at), factors2, centres2, most);
    const track3 = unitsOf(v128.load(from3 + at), factors3, centres3, most);
    const low01 = v128.shuffle<i32>(track0, track1, 0, 4, 1, 5);
    const low23 = v128.shuffle<i32>(track2, track3, 0, 4, 1, 5);
    const high01 = v128.shuffle<i32>(track0, track1, 2, 6, 3, 7);
    const high23 = v128.shuffle<i32>(track2, track3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<i64>(low01, low23, 0, 2));
    v128.store(to, v128.shuffle<i64>(low01, low23, 1, 3), 16);
    v128.store(to, v128.shuffle<i64>(high01, high23, 0, 2), 32);
    v128.store(to, v128.shuffle<i64>(high01, high23, 1, 3), 48);
    to += turnedBytes;
  }
}

function unitsOf(steps: v128, factors: v128, centres: v128, most: v128): v128 {
  const units = i16x8.sub(i16x8.q15mulr_sat_s(steps, factors), centres);
  return i16x8.max_s(i16x8.min_s(units, most), i16x8.neg(most));
}

/** What a plane's steps are multiplied by. */
function factorOf(slot: i32, plane: i32): f64 {
  const units = load<f64>(laneScalesAddress + ((<usize>plane) << 3));
  if (plane < 2) return nearest<f64>(units);
  return nearest<f64>(units * <f64>load<f32>(momentsOf(slot) + ((<usize>(plane & 1)) << 2), 8));
}

function factorsOf(slot: i32, plane: i32): v128 {
  return pairSplat(factorOf(slot, plane), factorOf(slot, plane + 1));
}

/** What the products of a shape's steps are less by: the mean's. */
function centresOf(slot: i32, plane: i32): v128 {
  if (plane < 2) return i16x8.splat(0);
  const valence = <f64>load<f32>(momentsOf(slot)) * factorOf(slot, plane);
  const arousal = <f64>load<f32>(momentsOf(slot), 4) * factorOf(slot, plane + 1);
  return pairSplat(nearest<f64>(valence), nearest<f64>(arousal));
}

/** Valence and arousal side by side in every lane. */
function pairSplat(valence: f64, arousal: f64): v128 {
  return i32x4.splat(((<i32>valence) & 0xffff) | ((<i32>arousal) << 16));
}
