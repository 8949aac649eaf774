import { doubleColumnOf, doubleMatrixOf, doubleZeros, type DoubleMatrix } from '../linear/doubleMatrix';
import type { PreparedPiece, PreparedStudy } from '../encoding/preparedStudy';
import { frameChange } from './frameChange';
import { withoutDrift } from './noise';
import { simulatedRegions } from './simulatedRegions';
import type { SimulatedSound } from './simulatedSound';
import { simulatedScales } from './simulatedRatings';
import type { SimulatedRun, SimulatedScale, SimulatedStudy } from './simulateStudy';
import { standardised } from './standardised';

/** Every column without drift at mean 0 and standard deviation 1. */
function cleaned(recording: DoubleMatrix): DoubleMatrix {
  const clean = doubleZeros(recording.rows, recording.columns);
  for (let column = 0; column < recording.columns; column++) {
    const series = standardised(withoutDrift(doubleColumnOf(recording, column)));
    series.forEach((value, row) => (clean.values[row * clean.columns + column] = value));
  }
  return clean;
}

const oneColumn = (values: Float64Array): DoubleMatrix => doubleMatrixOf(standardised(values), 1);

/** First differences; that of the first sample is 0. */
const differences = (values: Float64Array): Float64Array =>
  values.map((value, sample) => (sample === 0 ? 0 : value - values[sample - 1]));

function ownSpaces(runs: readonly SimulatedRun[]): PreparedPiece['own'] {
  const ratingsOf = (scale: SimulatedScale) => runs.map(({ ratings }) => ratings[scale]);
  return Object.fromEntries(
    simulatedScales.flatMap((scale) => [
      [scale, ratingsOf(scale).map(oneColumn)],
      [`${scale} change`, ratingsOf(scale).map((rating) => oneColumn(differences(rating)))],
    ]),
  );
}

function preparedPiece(sound: SimulatedSound, runs: readonly SimulatedRun[]): PreparedPiece {
  const { name, mood, samples, envelope, embedding } = sound;
  return {
    name,
    mood,
    samples,
    shared: {
      envelope: oneColumn(envelope),
      embedding,
      'envelope change': oneColumn(differences(envelope)),
      'embedding change': oneColumn(frameChange(embedding)),
    },
    own: ownSpaces(runs),
    recordings: runs.map(({ recording }) => cleaned(recording)),
  };
}

/**
 * A simulated study as analyses take it: recordings without drift and standardised by run; of the features `envelope`,
 * `embedding` and the change of each; of each participant `emotionality`, `enjoyment` and the change of each.
 */
export function prepareSimulated(sounds: readonly SimulatedSound[], study: SimulatedStudy): PreparedStudy {
  return {
    participants: study.participants,
    hopSeconds: study.plan.hopSeconds,
    targets: simulatedRegions.map(({ name, network, hemisphere, centre }) => ({
      name,
      network,
      hemisphere,
      centre,
    })),
    pieces: sounds.map((sound, piece) => preparedPiece(sound, study.runs[piece])),
  };
}
