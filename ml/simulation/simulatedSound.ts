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
  /** How much the embedding changes from frame to frame, by the frames that it came in: [samples]. */
  embeddingChange: Float64Array;
}

/** The pieces of Sachs et al. 2020: how long, and of which mood. */
export const pieceShapes = [
  { name: 'happy', mood: 'happy', seconds: 168 },
  { name: 'sad short', mood: 'sad', seconds: 256 },
  { name: 'sad long', mood: 'sad', seconds: 515 },
] as const;

/** @throws RangeError where features do not cover the piece, or are not numbers. */
export function checkSound({ name, samples, envelope, embedding, embeddingChange }: SimulatedSound): void {
  const lengths = [envelope.length, embedding.rows, embeddingChange.length];
  const covered = lengths.every((length) => length === samples);
  if (!covered) {
    throw new RangeError(`invalid features of ${name}: ${lengths.join(', ')} samples (${samples} of each)`);
  }
  const finite = [envelope, embedding.values, embeddingChange].every((values) =>
    values.every(Number.isFinite),
  );
  if (!finite) throw new RangeError(`invalid features of ${name}: not all are numbers (finite ones)`);
}
