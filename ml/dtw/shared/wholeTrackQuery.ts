import { type EmotionCurve } from '../../affect/emotionCurve';
import { type Comparison, joinLayers, type Layer, layersOf, type Sequence } from '../sequence';
import { curveShape } from '../../affect/shape';
import { wholeTrackPoints } from '../wholeTracks';
import { type WholeTrackMemory } from './wholeTrackMemory';

/** The bound code of 0 (assembly/parts/storeTrack.ts). */
const centreCode = 127.5;
/** What a stored mean was rounded by, and more than single precision can add to any code. */
const storedRounding = 0.5;
const codeSlack = 2e-3;
const costSlack = 1e-5;

/** How far out coordinates stay apart in lane units: all levels, and shapes of 4 standard deviations. */
const laneRange = { level: 1, shape: 4 } as const;
/** By how many units rounding may take a coordinate of the query and one of a track farther apart. */
const laneRounding = 3;
const longestPath = 2 * wholeTrackPoints - 1;
const laneCount = 4;

interface Planes {
  layers: readonly Layer[];
  /** A plane is one dimension as it is or as shape: level valence, level arousal, shape valence, shape arousal. */
  firstPlane: number;
  radius: number;
}

/** Writes what a search compares with: the query's coordinates, its lanes, and the codes that bound a track's cost. */
export function writeQuery(
  memory: WholeTrackMemory,
  drawing: EmotionCurve,
  { comparison, band }: { comparison: Comparison; band: number },
): void {
  const { numbers } = memory;
  const kinds = { level: drawing, shape: curveShape(drawing, { floor: comparison.floor }) };
  const query = joinLayers(kinds, comparison);
  const layers = layersOf(comparison);
  const planes = {
    layers,
    firstPlane: layers[0].kind === 'level' ? 0 : 2,
    radius: Math.min(Math.round(band * wholeTrackPoints), wholeTrackPoints),
  };
  memory.words(numbers.dimensionsAddress, 1)[0] = query.dimensions;
  memory.words(numbers.firstPlaneAddress, 1)[0] = planes.firstPlane;
  memory.words(numbers.radiusAddress, 1)[0] = planes.radius;
  memory.floats(numbers.queryAddress, query.values.length).set(query.values);
  writeLanes(memory, query, planes);
  writeBounds(memory, kinds, planes);
}

function writeBounds(
  memory: WholeTrackMemory,
  kinds: Record<Layer['kind'], EmotionCurve>,
  planes: Planes,
): void {
  const { numbers } = memory;
  const { scalesAddress, boundCostsAddress, boundCodesAddress, groupSlots, segments } = numbers;
  const codesPerUnit = { level: numbers.levelCodes, shape: numbers.shapeCodes };
  const codeBytes = 4 * segments * groupSlots;
  planes.layers.forEach(({ kind, scales }, layer) => {
    [kinds[kind].valence, kinds[kind].arousal].forEach((values, side) => {
      const plane = planes.firstPlane + 2 * layer + side;
      const codes = codesPerUnit[kind];
      memory.doubles(scalesAddress, 4)[plane] = scales[side];
      memory.floats(boundCostsAddress, 4)[plane] =
        (wholeTrackPoints / segments) * (scales[side] / codes) ** 2 * (1 - costSlack);
      const room = memory.bytesAt(boundCodesAddress + plane * codeBytes, codeBytes);
      boundCodes(values, { codes, segments, radius: planes.radius }).forEach((code, place) =>
        room.fill(code, place * groupSlots, (place + 1) * groupSlots),
      );
    });
  });
}

/** On each segment the mean of the envelope's low edge, then of its high edge, then the means rounded down, then up. */
function boundCodes(
  values: Float32Array,
  { codes, segments, radius }: { codes: number; segments: number; radius: number },
): Uint8ClampedArray {
  const { lower, upper } = envelopeAround(values, radius);
  const written = new Uint8ClampedArray(4 * segments);
  const count = wholeTrackPoints / segments;
  const edge = storedRounding + codeSlack;
  for (let segment = 0; segment < segments; segment++) {
    const code = (each: Float32Array) => {
      let sum = 0;
      for (let index = segment * count; index < (segment + 1) * count; index++) sum += each[index];
      return (sum / count) * codes + centreCode;
    };
    written[segment] = Math.floor(code(lower) - edge);
    written[segments + segment] = Math.ceil(code(upper) + edge);
    written[2 * segments + segment] = Math.floor(code(values) - codeSlack);
    written[3 * segments + segment] = Math.ceil(code(values) + codeSlack);
  }
  return written;
}

/** The least and the largest value within `radius` points of each. */
function envelopeAround(values: Float32Array, radius: number): { lower: Float32Array; upper: Float32Array } {
  const lower = values.slice();
  const upper = values.slice();
  for (let index = 0; index < values.length; index++) {
    const end = Math.min(values.length - 1, index + radius);
    for (let near = Math.max(0, index - radius); near <= end; near++) {
      lower[index] = Math.min(lower[index], values[near]);
      upper[index] = Math.max(upper[index], values[near]);
    }
  }
  return { lower, upper };
}

function writeLanes(
  memory: WholeTrackMemory,
  { dimensions, values }: Sequence,
  { layers, firstPlane }: Planes,
): void {
  const { numbers, kernel } = memory;
  const most = kernel.mostUnits(dimensions);
  const farthest = Math.max(...layers.map(({ kind, scales }) => laneRange[kind] * Math.max(...scales)));
  const unit = most / farthest;
  memory.doubles(numbers.laneUnitAddress, 1)[0] = unit;
  memory.doubles(numbers.laneMarginAddress, 1)[0] = laneRounding * Math.sqrt(dimensions * longestPath);
  const laneScales = memory.doubles(numbers.laneScalesAddress, 4);
  const layerLength = 2 * laneCount * wholeTrackPoints;
  const lanes = memory.shorts(numbers.laneQueryAddress, layers.length * layerLength);
  layers.forEach(({ scales }, layer) => {
    scales.forEach((scale, side) => (laneScales[firstPlane + 2 * layer + side] = scale * unit));
    for (let at = 0; at < layerLength; at++) {
      const point = Math.floor(at / (2 * laneCount));
      const value = Math.round(values[point * dimensions + 2 * layer + (at % 2)] * unit);
      lanes[layerLength * layer + at] = Math.max(-most, Math.min(most, value));
    }
  });
}
