import type { DoubleMatrix } from '../linear/doubleMatrix';

/** What a simulation knows of a piece: its features on the samples of the recording. */
export interface SimulatedSound {
  name: string;
  mood: string;
  samples: number;
  /** [samples] */
  envelope: Float64Array;
  /** [samples, columns] */
  embedding: DoubleMatrix;
}

/** The pieces of Sachs et al. 2020: how long, and of which mood. */
export const pieceShapes = [
  { name: 'happy', mood: 'happy', seconds: 168 },
  { name: 'sad short', mood: 'sad', seconds: 256 },
  { name: 'sad long', mood: 'sad', seconds: 515 },
] as const;

/** @throws RangeError where features do not cover the piece, or are not numbers. */
export function checkSound({ name, samples, envelope, embedding }: SimulatedSound): void {
  const covered = envelope.length === samples && embedding.rows === samples;
  if (!covered) {
    const found = `${envelope.length} and ${embedding.rows}`;
    throw new RangeError(`invalid features of ${name}: ${found} samples (${samples} of each)`);
  }
  const finite = envelope.every(Number.isFinite) && embedding.values.every(Number.isFinite);
  if (!finite) throw new RangeError(`invalid features of ${name}: not all are numbers (finite ones)`);
}
