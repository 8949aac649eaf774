import { contributingSets, pairsOf } from './scores/comparisons';
import { type EncodingContext } from './encodingContext';
import { type EncodingReport, type ScoreTable, type TestedMap } from './encodingReport';
import { type FittedModel, type FittedModels } from './ridge/fitModels';
import { type Extras } from './shares/extras';
import { preferredLayers } from './shares/preferredLayers';
import { weightCurves } from './shares/weightCurves';
import { remarksOn } from './remarks';
import { meanTimeCourses } from './meanTimeCourses';
import { overPieces, type ParticipantMaps, pieceGroups } from './scores/scoreMaps';
import { kindOf, moodPairs, sharedTables, statisticKey } from './scores/testedStatistics';
import { tableOfScores } from './scores/scoresByPiece';
import { type TestedStatistics } from './scores/tested';

/** Puts together what was found. */
export function reportOf(
  context: EncodingContext,
  { fitted, extras, ceiling }: { fitted: FittedModels; extras: Extras; ceiling: TestedMap | null },
  tested: TestedStatistics,
): EncodingReport {
  const { study, plan } = context;
  const groups = pieceGroups(study.pieces);
  const layers = preferredLayers(context, tested);
  const inGroups = (keyOf: (group: string) => string) =>
    Object.fromEntries(
      [...groups.keys()].map((group): [string, TestedMap] => [group, tested.result(keyOf(group))]),
    );
  const table = (key: string) => tableOf(tested.participants(key));
  return {
    targets: study.targets,
    participants: study.participants,
    pieces: study.pieces.map(({ name, mood, samples }) => ({ name, mood, samples })),
    hopSeconds: study.hopSeconds,
    delays: plan.delays,
    models: [...fitted.byKey.values()].map((model) => ({
      spaces: model.fit.spaces,
      ...bothScores(context, model),
      alphas: alphasOf(context, model),
      groups: inGroups((group) => statisticKey.model(model.fit.spaces, group)),
    })),
    contributions: [
      ...contributingSets(plan.spaces).map((spaces) => ({ spaces, kind: kindOf(spaces) })),
      ...sharedTables(plan.spaces, extras).map(({ kind, spaces }) => ({ kind, spaces })),
    ].map(({ spaces, kind }) => ({
      spaces,
      kind,
      table: table(statisticKey.contribution(kind, spaces, 'all')),
      groups: inGroups((group) => statisticKey.contribution(kind, spaces, group)),
    })),
    contrasts: pairsOf(plan.spaces).map(([plus, minus]) => ({
      plus,
      minus,
      table: table(statisticKey.contrast(plus, minus, 'all')),
      groups: inGroups((group) => statisticKey.contrast(plus, minus, group)),
    })),
    moods: moodPairs(groups).map(([plus, minus]) => ({
      plus,
      minus,
      tested: tested.result(statisticKey.mood(plus, minus)),
    })),
    ...(layers && { layers }),
    weights: Object.fromEntries(
      plan.spaces.map((space, place) => [space, weightCurves(extras.weights[place], plan.delays.length)]),
    ),
    ...meanTimeCourses(context, fitted),
    ceiling,
    remarks: remarksOn(context, fitted),
  };
}

/** As a report has it: numbers by participant and target, null where there are none. */
function tableOf(maps: ParticipantMaps): ScoreTable {
  const targets = maps.find((map) => map !== null)?.length ?? 0;
  return maps.map((map) => (map ? Array.from(map) : Array.from({ length: targets }, () => null)));
}

function bothScores({ study }: EncodingContext, { scores }: FittedModel): { r: ScoreTable; r2: ScoreTable } {
  const all = [...study.pieces.keys()];
  const table = (score: 'r' | 'r2') => tableOf(overPieces(tableOfScores(scores, score), all));
  return { r: table('r'), r2: table('r2') };
}

/** [fold][participant][target] */
function alphasOf({ study, plan }: EncodingContext, { fit }: FittedModel): (number | null)[][][] {
  const folds = plan.folds.kind === 'pieces' ? study.pieces.length : plan.folds.count;
  const targets = study.targets.length;
  const result = Array.from({ length: folds }, () =>
    study.participants.map(() => Array.from({ length: targets }, (): number | null => null)),
  );
  fit.cohorts.forEach(({ participants, splits }, cohort) => {
    splits.forEach(({ fold }, split) => {
      const { alphas } = fit.penalties[cohort][split];
      participants.forEach((participant, place) => {
        result[fold][participant] = Array.from(alphas.subarray(place * targets, (place + 1) * targets));
      });
    });
  });
  return result;
}
