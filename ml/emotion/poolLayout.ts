import frontEnd from '../audio/frontEnd.json';
import pool from './melPool.json';

/** Mel bands of a frame. */
export const bands = frontEnd.melBands;

/** Lags, in frames, at which groups of neighbouring bands and the loudness are compared with their past. */
export const lags: readonly number[] = pool.lags;

/** Groups of neighbouring bands. */
export const groups = pool.groups;

/** Columns of a half second's sums; `mel_pool.py` has the same order. */
export const columns = {
  frames: 0,
  power: 1,
  loudness: 2,
  loudnessScatter: 3,
  shape: 4,
  shapeScatter: 4 + bands,
  difference: 4 + 2 * bands,
  groupLags: 4 + 3 * bands,
  loudnessLags: 4 + 3 * bands + lags.length * groups,
} as const;

/** Numbers kept for every half second. */
export const sumCount = columns.loudnessLags + lags.length;

/** Numbers that describe a window: the model's input. */
export const featureCount = sumCount - columns.shape + 2;
