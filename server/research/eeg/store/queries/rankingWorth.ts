import { heldOutScores } from '../../model/heldOutScores';
import type { QueryDimension, QueryModel } from '../../query/queryModel';
import type { RankingWorth } from './eegQueryAnswers';

/** What a ranking by a model is worth, of the dimension that is asked. */
export function rankingWorth(
  { record, personal }: Pick<QueryModel, 'record' | 'personal'>,
  dimension: QueryDimension,
): RankingWorth {
  const scores = heldOutScores(record, personal).filter(
    (score) => dimension === 'both' || score.dimension === dimension,
  );
  return {
    simulated: record.simulated,
    personal: personal === null ? null : record.set.participants[personal],
    scores,
    noBetterThanChance: !scores.some(({ aboveChance }) => aboveChance),
  };
}
