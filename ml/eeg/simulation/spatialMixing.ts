import type { SitePosition } from '../montage/sitePositions';
import { type DoubleMatrix, doubleZeros } from '../../linear/doubleMatrix';
import { standardNormal } from '../../normal';
import { createRandom, type Random } from '../../random';
import { eegGenerators } from './eegGenerators';
import type { EegSimulationPlan } from './eegSimulationPlan';
import { directionOf, evenDirections, reach } from './sphere';

/** How a participant's sources reach the electrodes. */
export interface SpatialMixing {
  /** [channels, background sources]; the mean over channels of the sum of squares of a row is 1. */
  background: DoubleMatrix;
  /** [channels, generators]; 1 at the electrode under which a generator lies in nobody's head in particular. */
  generators: DoubleMatrix;
}

/** How far a source spreads over the scalp, as a part of the head's radius. */
const spread = { background: 0.5, generators: 0.45 };

/** Where and how strongly sources differ between people at a mixing strength of 1. */
const between = { direction: 0.3, level: 0.3 };

const backgroundSources = 48;

/** Sources lie down to so far below the middle of the head. */
const lowest = -0.5;

/** A source of one participant: elsewhere and at another strength. */
function ownSource(direction: SitePosition, strength: number, random: Random) {
  const normal = () => strength * standardNormal(random);
  return {
    direction: directionOf(direction.map((part) => part + between.direction * normal())),
    level: Math.exp(between.level * normal()),
  };
}

type Source = ReturnType<typeof ownSource>;

function mixingOf(
  electrodes: readonly SitePosition[],
  sources: readonly Source[],
  width: number,
): DoubleMatrix {
  const matrix = doubleZeros(electrodes.length, sources.length);
  electrodes.forEach((electrode, row) =>
    sources.forEach(({ direction, level }, column) => {
      matrix.values[row * sources.length + column] = level * reach(direction, electrode, width);
    }),
  );
  return matrix;
}

function scaledToUnitPower(matrix: DoubleMatrix): DoubleMatrix {
  const power = matrix.values.reduce((sum, value) => sum + value * value, 0) / matrix.rows;
  return { ...matrix, values: matrix.values.map((value) => value / Math.sqrt(power)) };
}

/**
 * How the sources of a participant reach the electrodes: each spreads over the scalp as a bell, as the skull smears
 * currents, so that near electrodes record much the same.
 *
 * @param positions of the electrodes by name, among them those of all generators
 */
export function spatialMixing(
  positions: ReadonlyMap<string, SitePosition>,
  { seed, mixingStrength }: EegSimulationPlan,
  participant: string,
): SpatialMixing {
  const random = createRandom(seed, `mixing of ${participant}`);
  const own = (direction: SitePosition) => ownSource(direction, mixingStrength, random);
  const electrodes = [...positions.values()];
  const generators = eegGenerators.map(({ electrode }) => own(positions.get(electrode)!));
  const sources = evenDirections(backgroundSources, lowest).map(own);
  return {
    background: scaledToUnitPower(mixingOf(electrodes, sources, spread.background)),
    generators: mixingOf(electrodes, generators, spread.generators),
  };
}
