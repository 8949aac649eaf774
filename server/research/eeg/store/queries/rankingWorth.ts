import type { EegModelRecord } from '../../model/eegModelRecord';
import { heldOutScores } from '../../model/heldOutScores';
import type { QueryDimension } from '../../query/queryModel';
import type { RankingWorth } from './eegQueryAnswers';

/** What a ranking by a model is worth, of the dimension that is asked. */
export function rankingWorth(record: EegModelRecord, dimension: QueryDimension): RankingWorth {
  const scores = heldOutScores(record).filter(
    (score) => dimension === 'both' || score.dimension === dimension,
  );
  return {
    simulated: record.simulated,
    scores,
    noBetterThanChance: !scores.some(({ aboveChance }) => aboveChance),
  };
}
