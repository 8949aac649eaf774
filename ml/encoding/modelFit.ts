import { type DoubleMatrix, doubleZeros } from '../linear/doubleMatrix';
import { bandWeights } from './bandWeights';
import { type DesignedCohort } from './cohorts';
import { type Design, designOf, joined } from './design';
import { type EncodingContext } from './encodingContext';
import { errorsByAlpha, summed } from './errorsByAlpha';
import { predictHeldOut } from './heldOutPredictions';
import { type Chooser, ChooserByTarget, ChooserForAll, type Penalties } from './penalties';
import { type Scores, scoresOf } from './pieceScores';
import { RidgeBook } from './ridgeBook';
import { isOwn, type SpaceSeries, spaceSeries } from './spaceSeries';
import { splitTargets } from './splitTargets';
import { chunksOf, stackedTargets } from './stackedTargets';

/** A model, the design of each cohort, and what was chosen for it. */
export interface ModelFit {
  spaces: string[];
  cohorts: DesignedCohort[];
  /** [candidate][space] weights; one candidate of ones for plain ridge. */
  weights: number[][];
  /** [cohort][split] */
  penalties: Penalties[][];
}

/** Where a model takes its features from: the study's own, or surrogates of them. */
export type SeriesOf = (space: string, participant: number) => SpaceSeries;

/** A study's own features, each standardised once. */
export function seriesOfStudy({ study }: Pick<EncodingContext, 'study'>): SeriesOf {
  const known = new Map<string, SpaceSeries>();
  return (space, participant) => {
    const key = isOwn(study, space) ? `${space} ${participant}` : space;
    const series = known.get(key) ?? spaceSeries(study, { space, participant });
    known.set(key, series);
    return series;
  };
}

/** Each cohort with its design: one for all where every space is shared, otherwise one a participant. */
export async function designedCohorts(
  { study, cohorts, design: options }: EncodingContext,
  spaces: readonly string[],
  { seriesOf, form }: { seriesOf: SeriesOf; form?: Design['form'] },
): Promise<DesignedCohort[]> {
  const designFor = (participant: number) =>
    designOf(
      spaces.map((space) => seriesOf(space, participant)),
      { ...options, form },
    );
  if (!spaces.some((space) => isOwn(study, space))) {
    const design = await designFor(0);
    return cohorts.map((cohort) => ({ ...cohort, design }));
  }
  const result: DesignedCohort[] = [];
  for (const cohort of cohorts) {
    for (const participant of cohort.participants) {
      result.push({ ...cohort, participants: [participant], design: await designFor(participant) });
    }
  }
  return result;
}

/** Chooses a model's penalties in every fold by its inner splits. */
export async function fitModel(
  context: EncodingContext,
  spaces: string[],
  seriesOf: SeriesOf,
): Promise<ModelFit> {
  const { plan, study } = context;
  const cohorts = await designedCohorts(context, spaces, { seriesOf });
  const weights = bandWeights(spaces.length, plan);
  const chooser: Chooser =
    plan.alphaFor === 'all'
      ? new ChooserForAll(plan.alphas)
      : new ChooserByTarget(
          plan.alphas,
          (cohort) => cohorts[cohort].participants.length * study.targets.length,
        );
  for (const [index, cohort] of cohorts.entries()) {
    for (const candidate of weights.keys()) {
      const book = bookOf(context, cohort, weights[candidate]);
      await offerErrors(context, cohort, {
        book,
        offer: (split, firstColumn, errors) =>
          chooser.offer(cohort.splits[split].fold, index, { candidate, firstColumn, errors }),
      });
    }
  }
  const penalties = cohorts.map((cohort, index) =>
    cohort.splits.map(({ fold }) =>
      chooser.choice(fold, index, cohort.participants.length * study.targets.length),
    ),
  );
  return { spaces, cohorts, weights, penalties };
}

type Offered = (split: number, firstColumn: number, errors: ReturnType<typeof summed>) => void;

async function offerErrors(
  { study, plan, design: { layout, threads }, work }: EncodingContext,
  cohort: DesignedCohort,
  { book, offer }: { book: RidgeBook; offer: Offered },
): Promise<void> {
  let firstColumn = 0;
  for (const participants of chunksOf(cohort.participants, study.targets.length)) {
    const targets = stackedTargets(study, participants, layout);
    for (const [index, { inner }] of cohort.splits.entries()) {
      const errors = [];
      for (const split of inner) {
        const own = splitTargets(targets, split, { layout, centred: true });
        errors.push(await errorsByAlpha(await book.of(split), own, { alphas: plan.alphas, threads }));
        work.advance(participants.length * plan.alphas.length);
      }
      offer(index, firstColumn, summed(errors));
    }
    firstColumn += targets.columns;
  }
}

function bookOf(
  { design: { layout, threads } }: EncodingContext,
  { design }: DesignedCohort,
  weights: readonly number[],
): RidgeBook {
  const matrix = joined(design, weights);
  return new RidgeBook({ form: design.form, matrix, centred: true, threads }, layout);
}

/** What a model predicts of some participants' held-out samples, beside what was measured: both [rows, targets of all]. */
export interface HeldOut {
  cohort: DesignedCohort;
  participants: number[];
  measured: DoubleMatrix;
  predicted: DoubleMatrix;
}

/** Predicts everything that was held out with the penalties chosen, some participants at a time. */
export async function* heldOut(context: EncodingContext, fit: ModelFit): AsyncGenerator<HeldOut> {
  const {
    study,
    design: { layout, threads },
  } = context;
  for (const [index, cohort] of fit.cohorts.entries()) {
    const books = new Map<number, RidgeBook>();
    const booked = (candidate: number) => {
      const book = books.get(candidate) ?? bookOf(context, cohort, fit.weights[candidate]);
      // Of many candidates each split uses others: keeping their decompositions would only fill memory.
      if (fit.weights.length === 1) books.set(candidate, book);
      return book;
    };
    let first = 0;
    for (const participants of chunksOf(cohort.participants, study.targets.length)) {
      const measured = stackedTargets(study, participants, layout);
      const predicted = doubleZeros(measured.rows, measured.columns);
      for (const [split, each] of cohort.splits.entries()) {
        const penalties = sliced(fit.penalties[index][split], first, measured.columns);
        await predictHeldOut({ targets: measured, predicted }, each, {
          penalties,
          bookOf: booked,
          layout,
          threads,
        });
      }
      first += measured.columns;
      yield { cohort, participants, measured, predicted };
    }
  }
}

function sliced({ candidates, alphas }: Penalties, first: number, count: number): Penalties {
  return {
    candidates: candidates.subarray(first, first + count),
    alphas: alphas.subarray(first, first + count),
  };
}

/** [participant][piece] how well held-out samples were predicted; null where there is no such recording. */
export type ScoresByPiece = (Scores | null)[][];

/** Adds the scores of some participants to those of all. */
export function addScores(
  scores: ScoresByPiece,
  { cohort, participants, measured, predicted }: HeldOut,
  { layout, targets }: { layout: EncodingContext['design']['layout']; targets: number },
): void {
  const held = cohort.splits.flatMap(({ test }) => test);
  for (const piece of cohort.pieces) {
    const stretches = held.filter((stretch) => stretch.piece === piece);
    const { r, r2 } = scoresOf({ measured, predicted }, stretches, layout);
    participants.forEach((participant, place) => {
      const own = (values: Float64Array) => values.slice(place * targets, (place + 1) * targets);
      scores[participant][piece] = { r: own(r), r2: own(r2) };
    });
  }
}

/** [participant][piece] nothing yet. */
export const noScores = ({ study }: Pick<EncodingContext, 'study'>): ScoresByPiece =>
  study.participants.map(() => study.pieces.map(() => null));
