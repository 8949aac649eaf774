import type { PreparedPiece, PreparedStudy } from '../encoding/preparedStudy';
import type { DoubleMatrix } from '../linear/doubleMatrix';

/** A series for each participant, [samples, 1]; null where one has none. What everybody shares is the same object. */
export type Runs = readonly (DoubleMatrix | null)[];

/** Names are looked up that a study need not have. */
type Lookup<Value> = Partial<Record<string, Value>>;

/** A feature of a piece: everybody's, or each participant's own. */
export function featureRuns(study: PreparedStudy, piece: PreparedPiece, feature: string): Runs {
  const common = (piece.shared as Lookup<DoubleMatrix>)[feature];
  return common ? study.participants.map(() => common) : ratingRuns(study, piece, feature);
}

/** Each participant's own rating of a piece. */
export const ratingRuns = ({ participants }: PreparedStudy, { own }: PreparedPiece, scale: string): Runs =>
  (own as Lookup<Runs>)[scale] ?? participants.map(() => null);

/** Does something once for each series, however many participants share it. */
export function forEachRun<Result>(runs: Runs, make: (run: DoubleMatrix) => Result): (Result | null)[] {
  const made = new Map<DoubleMatrix, Result>();
  for (const run of runs) if (run !== null && !made.has(run)) made.set(run, make(run));
  return runs.map((run) => (run === null ? null : made.get(run)!));
}
