import { type Cohort } from '../samples/cohorts';
import { type Design, formOf } from './design';
import { type EncodingContext } from '../encodingContext';
import { columnsOf, isOwn } from './spaceSeries';
import { type MatrixSource } from './spaceMatrices';

/** Participants who have the same pieces and the same features: one decomposition serves them all. */
export interface DesignedCohort extends Cohort {
  design: Design;
}

/** Each cohort with its design: the same for all where every space is shared, otherwise a cohort for each participant. */
export async function designedCohorts(
  context: Pick<EncodingContext, 'study' | 'cohorts' | 'design'>,
  spaces: readonly string[],
  source: MatrixSource,
): Promise<DesignedCohort[]> {
  const { study, cohorts } = context;
  if (!spaces.some((space) => isOwn(study, space))) {
    return Promise.all(
      cohorts.map(async (cohort) => ({
        ...cohort,
        design: await designFor(context, { spaces, source, participant: 0 }),
      })),
    );
  }
  const result: DesignedCohort[] = [];
  for (const cohort of cohorts) {
    for (const participant of cohort.participants) {
      const design = await designFor(context, { spaces, source, participant });
      result.push({ ...cohort, participants: [participant], design });
    }
  }
  return result;
}

async function designFor(
  { study, design: { layout, delays } }: Pick<EncodingContext, 'study' | 'design'>,
  { spaces, source, participant }: { spaces: readonly string[]; source: MatrixSource; participant: number },
): Promise<Design> {
  const columns = spaces.reduce((sum, space) => sum + columnsOf(study, space), 0) * delays.length;
  const form = formOf(columns, layout.rows);
  const matrices = spaces.map((space) => source.matrix(form, space, participant));
  return { form, spaces: await Promise.all(matrices) };
}
