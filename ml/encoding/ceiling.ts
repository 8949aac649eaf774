import { intersubjectCorrelation } from '../statistics/intersubject/intersubjectCorrelation';
import { type EncodingContext } from './encodingContext';
import { type TestedMap } from './encodingReport';

/** The fewest people whose likeness to all others can be told. */
const fewest = 3;

/**
 * About the best that any model of what was heard can reach: how alike one's recording is to the mean of all others', by
 * leaving one out. Tested by drawing participants anew, since they depend on one another. Null with fewer than three.
 */
export async function ceilingOf(
  { study, plan }: Pick<EncodingContext, 'study' | 'plan'>,
  signal?: AbortSignal,
): Promise<TestedMap | null> {
  if (study.participants.length < fewest) return null;
  const recordings = study.pieces.map((piece) => piece.recordings);
  const draws = plan.null ? ({ kind: 'bootstrap', count: plan.null.count } as const) : null;
  return (await intersubjectCorrelation(recordings, { null: draws, seed: plan.seed }, { signal })).tested;
}
