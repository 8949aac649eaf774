import { type PreparedPiece } from '../preparedStudy';

/** Samples [start, end) of one piece. */
export interface Stretch {
  piece: number;
  start: number;
  end: number;
}

/** Where the pieces' samples lie when they are laid end to end. */
export interface SampleLayout {
  /** [piece] its first row. */
  starts: number[];
  /** [piece] how many rows it has. */
  samples: number[];
  /** All rows. */
  rows: number;
}

/** The pieces laid end to end in their own order. */
export function sampleLayout(pieces: readonly Pick<PreparedPiece, 'samples'>[]): SampleLayout {
  const samples = pieces.map((piece) => piece.samples);
  const starts = samples.map((_, piece) => samples.slice(0, piece).reduce((sum, count) => sum + count, 0));
  return { starts, samples, rows: samples.reduce((sum, count) => sum + count, 0) };
}

/** How many samples the stretches have together. */
export const lengthOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0);

/** The rows of some stretches, in their order. */
export function rowsOf(stretches: readonly Stretch[], { starts }: Pick<SampleLayout, 'starts'>): Int32Array {
  const rows = new Int32Array(lengthOf(stretches));
  let next = 0;
  for (const { piece, start, end } of stretches) {
    for (let sample = start; sample < end; sample++) rows[next++] = starts[piece] + sample;
  }
  return rows;
}
