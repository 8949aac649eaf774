import { z } from 'zod';
import { pair, pairWords, scoreOf, type ScoreReader } from './headlineScore';

const experiments = z.object({
  experiments: z.record(
    z.string(),
    z.looseObject({ rows: z.record(z.string(), z.object({ r2: pair })).optional() }),
  ),
});

/** R2 of learned features, cut to a tenth, beside as many principal components, of one experiment. */
const reduced = (experiment: string, set: string): ScoreReader =>
  scoreOf(experiments, (json) => {
    const rows = json.experiments[experiment]?.rows ?? {};
    const sizes = Object.keys(rows).flatMap(
      (row) => /^TNN \+ SVR at (\d+)$/.exec(row)?.slice(1).map(Number) ?? [],
    );
    const size = Math.min(...sizes);
    const [learned, principal] = [rows[`TNN + SVR at ${size}`], rows[`PCA + SVR at ${size}`]];
    if (!learned) return null;
    return {
      what: `${set}, R² by ${size} learned features, artists held out`,
      values: pairWords(learned.r2),
      reference: principal
        ? { what: `by ${size} principal components`, values: pairWords(principal.r2) }
        : null,
    };
  });

/** Of the features that triplets teach. */
export const tripletScores: ScoreReader[] = [
  reduced('4q-own', '4Q'),
  reduced('mediaeval2013-130', 'MediaEval 2013'),
  reduced('deam-74', 'DEAM'),
];
