import { z } from 'zod';
import { pair, pairWords, percentWords, scoreOf, type ScoreReader } from './headlineScore';

const zeroShot = z.object({ signAccuracy: pair, r: pair });
const figures = z.object({ shipped: z.object({ zeroShot, deamR2: pair }) });
const percents = ({ valence, arousal }: z.output<typeof pair>) => [valence, arousal].map(percentWords);

/** Of the bridge from DEAM's ratings to music that DEAM does not have. */
export const bridgeScores: ScoreReader[] = [
  scoreOf(z.object({ aim: pair, figures }), ({ aim, figures: { shipped } }) => ({
    what: '4Q, signs told rightly, trained on DEAM alone',
    values: percents(shipped.zeroShot.signAccuracy),
    reference: { what: 'the aim', values: percents(aim) },
  })),
  scoreOf(z.object({ figures }), ({ figures: { shipped } }) => ({
    what: '4Q, r, trained on DEAM alone',
    values: pairWords(shipped.zeroShot.r),
    reference: null,
  })),
  scoreOf(z.object({ figures }), ({ figures: { shipped } }) => ({
    what: 'DEAM, R², artists held out',
    values: pairWords(shipped.deamR2),
    reference: null,
  })),
];
