import { z } from 'zod';
import { pair, pairWords, scoreOf, type ScoreReader } from './headlineScore';

const figures = z.object({
  models: z.object({
    vaeLstm: z.object({ rBetween: pair, rWithin: pair, rmsePooled: pair }),
    constant: z.object({ rmsePooled: pair }),
  }),
  ceiling: z.object({ between: z.object({ ceiling: pair }), within: z.object({ ceiling: pair }) }),
});

const allowed = 'the most that the raters allow';

/** Of the variational autoencoder and its LSTM, beside what is possible and what is free. */
export const dynamicScores: ScoreReader[] = [
  scoreOf(figures, ({ models, ceiling }) => ({
    what: 'VGMIDI, r between piano pieces, series held out',
    values: pairWords(models.vaeLstm.rBetween),
    reference: { what: allowed, values: pairWords(ceiling.between.ceiling) },
  })),
  scoreOf(figures, ({ models, ceiling }) => ({
    what: 'VGMIDI, r of the movement within pieces, series held out',
    values: pairWords(models.vaeLstm.rWithin),
    reference: { what: allowed, values: pairWords(ceiling.within.ceiling) },
  })),
  scoreOf(figures, ({ models }) => ({
    what: 'VGMIDI, RMSE of curves, less is better, series held out',
    values: pairWords(models.vaeLstm.rmsePooled),
    reference: { what: 'by a constant', values: pairWords(models.constant.rmsePooled) },
  })),
];
