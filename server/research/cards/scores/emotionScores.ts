import { z } from 'zod';
import { meanPair, pair, pairWords, percentWords, scoreOf, type ScoreReader } from './headlineScore';

const correlations = z.record(z.string(), z.object({ r: pair }));
/** By seed and set; and by set, of models that never saw it. */
const judged = z.object({
  figures: z.object({
    points: z.record(z.string(), correlations),
    withoutEachSet: correlations.default({}),
  }),
});

/** Correlation with the labels of a set, mean over the seeds, beside that of models that never saw the set at all. */
const correlationOn = (set: string, what: string): ScoreReader =>
  scoreOf(judged, ({ figures: { points, withoutEachSet } }) => {
    const seeds = Object.values(points).flatMap((sets) => sets[set]?.r ?? []);
    if (seeds.length === 0) return null;
    const others = withoutEachSet[set];
    const reference = others && { what: 'by models of other sets alone', values: pairWords(others.r) };
    return { what, values: pairWords(meanPair(seeds)), reference: reference ?? null };
  });

/** Of the profile of a track. */
export const emotionScores: ScoreReader[] = [
  correlationOn('panda4q', '4Q, r of songs, artists held out'),
  correlationOn('vgmidi', 'VGMIDI, r between piano pieces, series held out'),
  scoreOf(
    z.object({ figures: z.object({ quadrants: z.object({ mean: z.number() }) }) }),
    ({ figures: { quadrants } }) => ({
      what: '4Q, quadrants told rightly by a machine on its features, artists held out',
      values: [percentWords(quadrants.mean)],
      reference: null,
    }),
  ),
  scoreOf(
    z.object({ figures: z.object({ curves: z.object({ rmse: pair, rmseConstant: pair }) }) }),
    ({ figures: { curves } }) => ({
      what: 'VGMIDI, RMSE of curves, less is better, series held out',
      values: pairWords(curves.rmse),
      reference: { what: 'by a constant', values: pairWords(curves.rmseConstant) },
    }),
  ),
];
