import { type LagContext } from './lagContext';

/** What a reader of leads and lags must know, in plain words. */
export function lagRemarks({ study, plan, lags }: LagContext, counted: number): string[] {
  const left = study.participants.length - counted;
  const rounded = lags.some(
    (lag, index) => Math.abs(lag * study.hopSeconds - plan.lagsSeconds[index]) > 1e-9,
  );
  return [
    'Blood flow follows neural activity by about 5 s: a recording that follows a rating by 5 s tells of about the same moment, and one that precedes it was driven even earlier.',
    'Scores at neighbouring lags depend on one another, since both series change slowly: where a curve is highest says more than which lags pass a threshold.',
    plan.direction === 'brain to ratings'
      ? 'A gain is what a region adds to the rating’s own past and to the features given. What other features would tell is not taken from it.'
      : 'A scale alone also tells of whatever it has in common with the music and with other scales; over the others it is what it adds to them.',
    ...(rounded ? [`Lags were rounded to whole samples of ${study.hopSeconds} s.`] : []),
    ...(left > 0
      ? [`${left} participants lack ratings or recordings of enough pieces, and were left out.`]
      : []),
  ];
}
