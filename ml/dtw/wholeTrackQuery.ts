import { squareBand } from './band';
import { type Trajectory } from './curve';
import { type Comparison, joinLayers, type Layer, layersOf, type Sequence } from './sequence';
import { trajectoryShape } from './shape';
import { wholeTrackPoints } from './wholeTrack';
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
  drawing: Trajectory,
  { comparison, band }: { comparison: Comparison; band: number },
): void {
  const { numbers } = memory;
  const kinds = { level: drawing, shape: trajectoryShape(drawing) };
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
  kinds: Record<Layer['kind'], Trajectory>,
  planes: Planes,
): void {
  const { numbers } = memory;
  const { scalesAddress, boundCostsAddress, boundCodesAddress, groupSlots, segments } = numbers;
  const codesPerUnit = { level: numbers.levelCodes, shape: numbers.shapeCodes };
  planes.layers.forEach(({ kind, scales }, layer) => {
    [kinds[kind].valence, kinds[kind].arousal].forEach((values, side) => {
      const plane = planes.firstPlane + 2 * layer + side;
      const codes = codesPerUnit[kind];
      memory.doubles(scalesAddress, 4)[plane] = scales[side];
      memory.floats(boundCostsAddress, 4)[plane] =
        (wholeTrackPoints / segments) * (scales[side] / codes) ** 2 * (1 - costSlack);
      boundCodes(values, { codes, segments, radius: planes.radius }).forEach((code, place) => {
        const address = boundCodesAddress + (4 * segments * plane + place) * groupSlots;
        memory.bytesAt(address, groupSlots).fill(Math.max(0, Math.min(255, code)));
      });
    });
  });
}

/** On each segment the mean of the envelope's low edge, then of its high edge, then the means rounded down, then up. */
function boundCodes(
  values: Float32Array,
  { codes, segments, radius }: { codes: number; segments: number; radius: number },
): number[] {
  const { low, high } = squareBand(wholeTrackPoints, radius / wholeTrackPoints);
  const near = Array.from(values, (_, index) => values.subarray(low[index], high[index] + 1));
  const meanCodes = (each: readonly number[]) => {
    const count = wholeTrackPoints / segments;
    return Array.from({ length: segments }, (_, segment) => {
      const part = each.slice(segment * count, (segment + 1) * count);
      return (part.reduce((sum, value) => sum + value) / count) * codes + centreCode;
    });
  };
  const means = meanCodes([...values]);
  const edge = storedRounding + codeSlack;
  return [
    ...meanCodes(near.map((some) => Math.min(...some))).map((code) => Math.floor(code - edge)),
    ...meanCodes(near.map((some) => Math.max(...some))).map((code) => Math.ceil(code + edge)),
    ...means.map((code) => Math.floor(code - codeSlack)),
    ...means.map((code) => Math.ceil(code + codeSlack)),
  ];
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
  layers.forEach(({ scales }, layer) => {
    scales.forEach((scale, side) => {
      memory.doubles(numbers.laneScalesAddress, 4)[firstPlane + 2 * layer + side] = scale * unit;
    });
    const lanes = memory.shorts(numbers.laneQueryAddress, 2 * layers.length * laneCount * wholeTrackPoints);
    for (let at = 0; at < 2 * wholeTrackPoints * laneCount; at++) {
      const point = Math.floor(at / (2 * laneCount));
      const value = Math.round(values[point * dimensions + 2 * layer + (at % 2)] * unit);
      lanes[2 * wholeTrackPoints * laneCount * layer + at] = Math.max(-most, Math.min(most, value));
    }
  });
}
