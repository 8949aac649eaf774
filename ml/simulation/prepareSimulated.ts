import { doubleMatrixOf, type DoubleMatrix } from '../linear/doubleMatrix';
import type { PreparedPiece, PreparedStudy } from '../encoding/preparedStudy';
import { changes } from '../signal/changes';
import { cleaned } from '../signal/cleaned';
import { zScored } from '../signal/zScored';
import { simulatedScales } from './simulatedRatings';
import { simulatedRegions } from './simulatedRegions';
import type { SimulatedSound } from './simulatedSound';
import type { SimulatedRun, SimulatedScale, SimulatedStudy } from './simulateStudy';

/** The cut-off that SPM proposes, in Hz. */
const highPassHz = 1 / 128;

/** Recordings by region without drift, at mean 0 and standard deviation 1. */
function preparedRecording(recording: DoubleMatrix, hopSeconds: number): DoubleMatrix {
  const still = cleaned(recording, { hopSeconds, highPassHz, detrendDegree: 1, confounds: null });
  return zScored(
    still,
    simulatedRegions.map(({ name }) => name),
  );
}

/** A series and its signed change, under its name. */
function withChange(name: string, values: Float64Array): Record<string, DoubleMatrix> {
  const series = doubleMatrixOf(values, 1);
  return { [name]: zScored(series), [`${name} change`]: zScored(changes.signed(series)) };
}

function ownSpaces(runs: readonly SimulatedRun[]): PreparedPiece['own'] {
  const own: PreparedPiece['own'] = {};
  const keep = (scale: SimulatedScale, rating: Float64Array) =>
    Object.entries(withChange(scale, rating)).forEach(([name, space]) => (own[name] ??= []).push(space));
  for (const { ratings } of runs) simulatedScales.forEach((scale) => keep(scale, ratings[scale]));
  return own;
}

function preparedPiece(
  sound: SimulatedSound,
  runs: readonly SimulatedRun[],
  hopSeconds: number,
): PreparedPiece {
  const { name, mood, samples, envelope, embedding, embeddingChange } = sound;
  return {
    name,
    mood,
    samples,
    shared: {
      ...withChange('envelope', envelope),
      embedding: zScored(embedding),
      'embedding change': zScored(doubleMatrixOf(embeddingChange, 1)),
    },
    own: ownSpaces(runs),
    recordings: runs.map(({ recording }) => preparedRecording(recording, hopSeconds)),
  };
}

/**
 * A simulated study as analyses take it: recordings without drift and standardised by run; of the features `envelope`,
 * `embedding` and the change of each; of each participant `emotionality`, `enjoyment` and the change of each.
 */
export function prepareSimulated(sounds: readonly SimulatedSound[], study: SimulatedStudy): PreparedStudy {
  const { hopSeconds } = study.plan;
  return {
    participants: study.participants,
    hopSeconds,
    targets: simulatedRegions.map(({ name, network, hemisphere, centre }) => ({
      name,
      network,
      hemisphere,
      centre,
    })),
    pieces: sounds.map((sound, piece) => preparedPiece(sound, study.runs[piece], hopSeconds)),
  };
}
