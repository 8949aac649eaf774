import { eq } from 'drizzle-orm';
import type { Executor } from '@/db/open';
import { studyParticipants, studySeries, studyStimuli, studyTargets } from '@/db/schema';
import { AppError } from '../../base/errors';
import type { AnalysisSpec, SpaceSpec } from './analysisSpec';

/**
 * Checks that a study has what a specification names: participants, pieces, regions, features and scales. What only
 * the numbers can tell is told by the analysis. Throws AppError 'invalid' with the first name that it has not.
 */
export async function requirePossible(
  executor: Executor,
  studyId: number,
  spec: AnalysisSpec,
): Promise<void> {
  const has = await namesOf(executor, studyId);
  requireKnown('participants', spec.participants ?? [], has.participants);
  requireKnown('stimuli', spec.stimuli ?? [], has.stimuli);
  requireKnown('targets', spec.targets ?? [], has.targets);
  const spaces = [...('spaces' in spec ? spec.spaces : []), ...('scales' in spec ? spec.scales : [])];
  for (const { from, series } of spaces) requireKnown(from, [series], has[from]);
  if (spec.kind !== 'coupling' && has.targets.size === 0)
    throw new AppError('invalid', 'invalid study: it has no recordings (bring them first)');
  if (spec.kind !== 'coupling' && spec.preprocessing.confounds !== null && !has.confounds)
    throw new AppError(
      'invalid',
      'invalid preprocessing.confounds: the study has none (bring them, or regress none out)',
    );
  if ('scales' in spec) requireRatings(spec.scales);
}

async function namesOf(executor: Executor, studyId: number) {
  const { kind, name } = studySeries;
  const series = await executor
    .selectDistinct({ kind, name })
    .from(studySeries)
    .where(eq(studySeries.studyId, studyId));
  const people = await executor
    .select()
    .from(studyParticipants)
    .where(eq(studyParticipants.studyId, studyId));
  const pieces = await executor.select().from(studyStimuli).where(eq(studyStimuli.studyId, studyId));
  const targets = await executor.select().from(studyTargets).where(eq(studyTargets.studyId, studyId));
  const ofKind = (wanted: string) =>
    new Set(series.filter((each) => each.kind === wanted).map((each) => each.name));
  return {
    participants: new Set(people.map(({ label }) => label)),
    stimuli: new Set(pieces.map((piece) => piece.name)),
    targets: new Set(targets.map((target) => target.name)),
    feature: ofKind('feature'),
    rating: ofKind('rating'),
    confounds: ofKind('confounds').size > 0,
  };
}

function requireKnown(what: string, asked: string[], known: Set<string>): void {
  const unknown = asked.find((each) => !known.has(each));
  if (unknown === undefined) return;
  const has = known.size > 0 ? `the study has ${[...known].slice(0, 8).join(', ')}` : 'the study has none';
  throw new AppError('invalid', `invalid ${what}: ${unknown} (${has})`);
}

function requireRatings(scales: SpaceSpec[]): void {
  const other = scales.find(({ from }) => from !== 'rating');
  if (other) throw new AppError('invalid', `invalid scales: ${other.name} (ratings, "from": "rating")`);
}
