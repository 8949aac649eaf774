import type { InferenceSession } from 'onnxruntime-node';
import { type Matrix, matrixOf } from '../../matrix/matrix';
import type { Answers } from './runInBatches';

/** The dimensions that a network may tell, by the names of its outputs. */
const dimensions = ['valence', 'arousal'] as const;

export type EmotionDimension = (typeof dimensions)[number];

/** What a stream says of n windows or pieces of music. */
export interface HeardEmotion {
  /** [n, width] of unit length: the nearer two are (by cosine), the more alike their emotion. */
  common: Matrix;
  /** Probability of high, [n] in 0..1; nothing of a dimension that the network was not trained for. */
  probability: Partial<Record<EmotionDimension, Float32Array>>;
}

/** The dimensions that a graph tells. @throws RangeError for one that tells none. */
export function toldDimensions(session: InferenceSession): EmotionDimension[] {
  const told = dimensions.filter((name) => session.outputNames.includes(name));
  if (told.length === 0) {
    throw new RangeError(`invalid model output: ${session.outputNames.join()} (valence, arousal or both)`);
  }
  return told;
}

/** What a graph answered of n windows, by the names of its outputs. */
export function heardEmotion(answers: Answers, told: readonly EmotionDimension[]): HeardEmotion {
  const count = answers[told[0]].length;
  const width = count === 0 ? 0 : answers.common.length / count;
  return {
    common: count === 0 ? { rows: 0, columns: 0, values: answers.common } : matrixOf(answers.common, width),
    probability: Object.fromEntries(told.map((name) => [name, answers[name]])),
  };
}
