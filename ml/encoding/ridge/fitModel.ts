import { bandWeights } from './bandWeights';
import { joined } from '../design/design';
import { type DesignedCohort, designedCohorts } from '../design/designedCohorts';
import { type EncodingContext } from '../encodingContext';
import { errorsByAlpha, type SquaredErrors, summed } from './errorsByAlpha';
import { type Chooser, ChooserByTarget, ChooserForAll, type Penalties } from './penalties';
import { RidgeBook } from './ridgeBook';
import { type MatrixSource } from '../design/spaceMatrices';
import { splitTargets } from '../samples/splitTargets';
import { chunksOf, stackedTargets } from '../samples/stackedTargets';

/** A model, the design of each cohort, and what was chosen for it. */
export interface ModelFit {
  spaces: string[];
  cohorts: DesignedCohort[];
  /** [candidate][space] weights; one candidate of ones for plain ridge. */
  weights: number[][];
  /** [cohort][split] */
  penalties: Penalties[][];
}

/** Chooses a model's penalties in every fold by its inner splits. */
export async function fitModel(
  context: EncodingContext,
  spaces: string[],
  source: MatrixSource,
): Promise<ModelFit> {
  const { plan, study } = context;
  const cohorts = await designedCohorts(context, spaces, source);
  const columnsOf = (cohort: number) => cohorts[cohort].participants.length * study.targets.length;
  const weights = bandWeights(spaces.length, plan);
  const chooser: Chooser =
    plan.alphaFor === 'all' ? new ChooserForAll(plan.alphas) : new ChooserByTarget(plan.alphas, columnsOf);
  for (const [index, cohort] of cohorts.entries()) {
    for (const candidate of weights.keys()) {
      const book = bookOf(context, cohort, weights[candidate]);
      for await (const { split, firstColumn, errors } of innerErrors(context, cohort, book)) {
        chooser.offer(cohort.splits[split].fold, index, { candidate, firstColumn, errors });
      }
    }
  }
  const penalties = cohorts.map(({ splits }, index) =>
    splits.map(({ fold }) => chooser.choice(fold, index, columnsOf(index))),
  );
  return { spaces, cohorts, weights, penalties };
}

/** The decompositions of a cohort's design with its spaces weighted. */
export function bookOf(
  { design: { layout, threads } }: Pick<EncodingContext, 'design'>,
  { design }: DesignedCohort,
  weights: readonly number[],
): RidgeBook {
  const matrix = joined(design, weights);
  return new RidgeBook({ form: design.form, matrix, centred: true, threads }, layout);
}

/** What each penalty leaves in the inner splits of every split, some participants at a time. */
async function* innerErrors(
  { study, plan, design: { layout, threads }, work }: EncodingContext,
  cohort: DesignedCohort,
  book: RidgeBook,
): AsyncGenerator<{ split: number; firstColumn: number; errors: SquaredErrors }> {
  let firstColumn = 0;
  for (const participants of chunksOf(cohort.participants, study.targets.length)) {
    const targets = stackedTargets(study, participants, layout);
    for (const [split, { inner }] of cohort.splits.entries()) {
      const errors: SquaredErrors[] = [];
      for (const each of inner) {
        const own = splitTargets(targets, each, { layout, centred: true });
        errors.push(await errorsByAlpha(await book.of(each), own, { alphas: plan.alphas, threads }));
        work.advance(participants.length * plan.alphas.length);
      }
      yield { split, firstColumn, errors: summed(errors) };
    }
    firstColumn += targets.columns;
  }
}
