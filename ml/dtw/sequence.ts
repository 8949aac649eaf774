import { type EmotionCurve } from '../affect/emotionCurve';
import { type Dimension } from '../affect/dimension';
import { curveShape, plainShapeFloor, type ShapeFloor } from '../affect/shape';

/** What is compared: how much the shape counts against the level (0 to 1), and each dimension's weight. */
export interface Comparison {
  blend: number;
  weights: Record<Dimension, number>;
  /** Below what a shape's size counts; plainShapeFloor, if not told. */
  floor?: ShapeFloor;
}

/**
 * Points in 2 or 4 dimensions, interleaved: coordinate d of point i is `values[(offset + i) * dimensions + d]`.
 * The weights are inside the coordinates, so the cost of a pair of points is their squared Euclidean distance.
 */
export interface Sequence {
  values: Float32Array;
  dimensions: number;
  offset: number;
  length: number;
}

/**
 * One pair of coordinates (valence, arousal) of a sequence: from the curve's level or its shape, its factors, and the
 * floors of a shape's deviations.
 */
export interface Layer {
  kind: 'level' | 'shape';
  scales: readonly [valence: number, arousal: number];
  floors: readonly [valence: number, arousal: number];
}

/**
 * The layers of a comparison. A pair of points costs
 * (1 - blend) * levelCost + blend * shapeCost, on one common path; so each coordinate is multiplied by the root of
 * its factor, and a layer without factor is left out.
 */
export function layersOf({ blend, weights, floor = plainShapeFloor }: Comparison): Layer[] {
  const layer = (kind: Layer['kind'], share: number): Layer => ({
    kind,
    scales: [Math.sqrt(share * weights.valence), Math.sqrt(share * weights.arousal)],
    floors: [floor.valence, floor.arousal],
  });
  if (blend === 0) return [layer('level', 1)];
  if (blend === 1) return [layer('shape', 1)];
  return [layer('level', 1 - blend), layer('shape', blend)];
}

/**
 * `trajectory` as a sequence of the comparison's coordinates, its shape taken over all of its points, each by its
 * weight where there are weights.
 */
export function sequenceOf(
  trajectory: EmotionCurve,
  comparison: Comparison,
  weights?: Float64Array,
): Sequence {
  const shape = curveShape(trajectory, { floor: comparison.floor, weights });
  return joinLayers({ level: trajectory, shape }, comparison);
}

/** The sequence of a curve whose shape is known already. */
export function joinLayers(curve: Record<Layer['kind'], EmotionCurve>, comparison: Comparison): Sequence {
  const layers = layersOf(comparison);
  const dimensions = 2 * layers.length;
  const length = curve.level.valence.length;
  const values = new Float32Array(length * dimensions);
  layers.forEach(({ kind, scales }, layer) => {
    const { valence, arousal } = curve[kind];
    for (let index = 0, at = 2 * layer; index < length; index++, at += dimensions) {
      values[at] = valence[index] * scales[0];
      values[at + 1] = arousal[index] * scales[1];
    }
  });
  return { values, dimensions, offset: 0, length };
}
