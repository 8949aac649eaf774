import { cohortsOf } from '../samples/cohorts';
import { type EncodeOptions } from '../encode';
import { NullTally, untested } from '../nulls/nullTally';
import { type PreparedStudy } from '../preparedStudy';
import { sampleLayout } from '../samples/sampleLayout';
import { meanOf } from '../scores/scoreMaps';
import { seriesOfStudy } from '../design/spaceMatrices';
import { Work } from '../work';
import { brainCurves, RatingsToBrain } from './ratingsToBrain';
import { BrainToRatings, ratingCurves } from './brainToRatings';
import { type LagContext, type LagParticipant, type LagScores } from './lagContext';
import { lagRemarks } from './lagRemarks';
import { type LeadLagPlan } from './leadLagPlan';
import { requireLeadLagPlan } from './leadLagChecks';
import { type LeadLagCurve, type LeadLagReport, type TestedLags } from './leadLagReport';

/**
 * Whether ratings tell of recordings at other times, or recordings of ratings: a model for each lag, by nested
 * cross-validation, tested against what predicts with random phases, the same for all participants.
 *
 * @throws RangeError for a plan that the study cannot serve; the reason of `signal` once it is aborted
 */
export async function leadLag(
  study: PreparedStudy,
  plan: LeadLagPlan,
  options: EncodeOptions = {},
): Promise<LeadLagReport> {
  requireLeadLagPlan(study, plan);
  const context = contextOf(study, plan, options);
  const participants = participantsOf(context);
  const { work } = context;
  const observed: { participant: number; scores: LagScores }[] = [];
  for (const each of participants) {
    observed.push({ participant: each.participant, scores: await each.scores(null) });
    work.advance(1);
  }
  const curves =
    plan.direction === 'ratings to brain'
      ? brainCurves(plan.scales)
      : ratingCurves(plan.scales, plan.features);
  const means = curves.map((_, curve) =>
    groupMean(
      context,
      observed.map(({ scores }) => scores[curve]),
    ),
  );
  const tallies = await drawn(context, participants, means);
  work.finish();
  return {
    direction: plan.direction,
    lagsSeconds: plan.lagsSeconds,
    hopSeconds: study.hopSeconds,
    targets: study.targets,
    participants: study.participants,
    curves: curves.map((curve, index) =>
      curveOf(context, { ...curve, index, observed, tally: tallies?.[index] ?? null, mean: means[index] }),
    ),
    remarks: lagRemarks(context, observed.length),
  };
}

function contextOf(study: PreparedStudy, plan: LeadLagPlan, options: EncodeOptions): LagContext {
  const layout = sampleLayout(study.pieces);
  const lags = plan.lagsSeconds.map((seconds) => Math.round(seconds / study.hopSeconds));
  const spaces = [...plan.scales, ...(plan.direction === 'brain to ratings' ? plan.features : [])];
  const longest = Math.max(...lags.map(Math.abs), ...plan.featureDelays.map(Math.abs));
  return {
    study,
    plan,
    lags,
    design: {
      layout,
      before: study.pieces.map(({ margin }) => margin?.before ?? 0),
      delays: [0],
      standardise: 'features',
      threads: options.threads ?? 1,
    },
    cohorts: cohortsOf(study, spaces, { samples: layout.samples, folds: plan.folds, gapSamples: longest }),
    seriesOf: seriesOfStudy(study),
    work: new Work(study.participants.length * (1 + (plan.null?.count ?? 0)), options),
  };
}

function participantsOf(context: LagContext): LagParticipant[] {
  const Direction = context.plan.direction === 'ratings to brain' ? RatingsToBrain : BrainToRatings;
  return context.cohorts.flatMap((cohort) =>
    cohort.participants.map((participant) => new Direction(context, cohort, participant)),
  );
}

const groupMean = ({ lags, study }: LagContext, scores: Float64Array[]): Float64Array =>
  meanOf(scores) ?? new Float64Array(lags.length * study.targets.length);

/** Each curve's tally over all lags and targets; null where no null was asked for. */
async function drawn(
  context: LagContext,
  participants: readonly LagParticipant[],
  means: readonly Float64Array[],
): Promise<NullTally[] | null> {
  const { plan, work } = context;
  if (!plan.null) return null;
  const { count } = plan.null;
  const tallies = means.map((mean) => new NullTally(mean, { draws: count, twoSided: false }));
  for (let draw = 0; draw < count; draw++) {
    const scores: LagScores[] = [];
    for (const each of participants) {
      scores.push(await each.scores(draw));
      work.advance(1);
    }
    tallies.forEach((tally, curve) =>
      tally.add(
        draw,
        groupMean(
          context,
          scores.map((own) => own[curve]),
        ),
      ),
    );
  }
  return tallies;
}

/** One curve before it is told. */
interface FoundCurve {
  scale: string;
  over: string[];
  index: number;
  observed: { participant: number; scores: LagScores }[];
  mean: Float64Array;
  tally: NullTally | null;
}

function curveOf(
  context: LagContext,
  { scale, over, index, observed, mean, tally }: FoundCurve,
): LeadLagCurve {
  const { study, lags, plan } = context;
  const targets = study.targets.length;
  const byLag = <T>(values: readonly T[]): T[][] =>
    lags.map((_, lag) => values.slice(lag * targets, (lag + 1) * targets));
  const found = tally ? tally.result() : untested(mean);
  const tested: TestedLags = {
    observed: byLag(found.observed),
    p: found.p && byLag(found.p),
    pFamily: found.pFamily && byLag(found.pFamily),
    q: found.q && byLag(found.q),
    threshold: found.threshold,
  };
  const table = study.participants.map((_, participant) => {
    const own = observed.find((each) => each.participant === participant);
    return byLag<number | null>(own ? Array.from(own.scores[index]) : Array.from(mean, () => null));
  });
  const bestLagSeconds = study.targets.map((_, target) => {
    const scores = tested.observed.map((row) => row[target]);
    return plan.lagsSeconds[scores.indexOf(Math.max(...scores))];
  });
  return { scale, over, table, tested, bestLagSeconds };
}
