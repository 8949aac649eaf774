import { withOrigin } from '@/app/ui/eeg/withOrigin';
import type { Figure, FigureFrame } from '@/ml/figure/figure';
import { lineFigure } from '@/ml/figure/lineFigure';
import type { Trained } from './trained';

/** Retrieval across the time of one track. */
export type TrackMoments = Trained['moments'][number]['tracks'][number];

const inPerCent = (values: readonly (number | null)[]) =>
  values.map((value) => (value === null ? null : 100 * value));

/** Retrieval over the time of a track with its band over participants and the envelope of chance; dots beyond all of chance. */
export function momentsFigure(
  track: TrackMoments,
  { name, simulated, ...frame }: Pick<FigureFrame, 'width' | 'scheme'> & { name: string; simulated: boolean },
): Figure {
  const { startSeconds, mean, low, high, envelopeLow, envelopeHigh, envelopeMost } = track;
  return lineFigure({
    ...{ ...frame, height: 280, x: startSeconds },
    title: `Retrieval of the same emotion over the time of ${name}, with chance`,
    xLabel: withOrigin('time in the track (s)', simulated),
    yLabel: 'average precision (%)',
    lines: [
      {
        name: 'mean over participants',
        values: inPerCent(mean),
        significant: mean.map((value) => value !== null && value > envelopeMost),
      },
    ],
    bands: [
      {
        name: 'middle 95 % of permutations',
        low: inPerCent(envelopeLow),
        high: inPerCent(envelopeHigh),
        line: null,
      },
      { name: '95 % over participants', low: inPerCent(low), high: inPerCent(high), line: 0 },
    ],
    levels: [{ value: 100 * envelopeMost, name: 'reached by 5 % of permutations' }],
  });
}
