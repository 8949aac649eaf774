import type { EntropyWindows } from '@/ml/eeg/eegSignal';
import { joinedSpaces, meanDirection } from '@/ml/eeg/model/joinedSpaces';
import { listenerBaseline } from '@/ml/eeg/model/listenerBaseline';
import { type Matrix, matrixOf } from '@/ml/matrix/matrix';
import type { QueryModel } from './queryModel';

/** What a model heard in windows of a listener. */
export interface HeardWindows {
  /** Of unit length, in the model's common space: the mean direction of the windows. */
  vector: Float32Array;
  /** Mean probability of high over the windows. */
  probability: { valence?: number; arousal?: number };
  /** [chosen windows, steps], each row summing to 1: the mean over networks. */
  attention: Matrix;
}

/**
 * Hears some windows of a recording, from the level that the listener has in all of its windows without artefacts.
 *
 * @param chosen by index, at least one
 */
export async function hearWindows(
  { networks }: QueryModel,
  { values, rejected }: EntropyWindows,
  chosen: readonly number[],
): Promise<HeardWindows> {
  const size = values.length / rejected.length;
  const laid = (windows: readonly number[]) => {
    const rows = new Float32Array(windows.length * size);
    windows.forEach((window, at) => rows.set(values.subarray(window * size, (window + 1) * size), at * size));
    return rows;
  };
  const kept = laid(Array.from(rejected.keys()).filter((window) => rejected[window] === 0));
  const asked = laid(chosen);
  const probability: HeardWindows['probability'] = {};
  const directions: Matrix[] = [];
  const attentions: Matrix[] = [];
  for (const { eeg } of networks) {
    const baseline = eeg.wantsBaseline ? listenerBaseline(kept, eeg.features) : undefined;
    const heard = await eeg.hear(asked, baseline);
    const direction = meanDirection(heard.common);
    directions.push(matrixOf(direction, direction.length));
    attentions.push(heard.attention);
    for (const dimension of eeg.dimensions) probability[dimension] = meanOf(heard.probability[dimension]!);
  }
  return { vector: joinedSpaces(directions).values, probability, attention: meanMatrix(attentions) };
}

function meanMatrix(matrices: readonly Matrix[]): Matrix {
  const [{ columns, values }] = matrices;
  const mean = values.map(
    (_, at) => matrices.reduce((sum, each) => sum + each.values[at], 0) / matrices.length,
  );
  return matrixOf(mean, columns);
}

const meanOf = (values: Float32Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
