import type { AnalysisResult } from '@/app/ui/study/studyAnswers';

export type EncodingResult = Extract<AnalysisResult, { kind: 'encoding' }>;
type Report = EncodingResult['report'];
export type TestedMap = Report['models'][number]['groups'][string];
type ScoreTable = Report['models'][number]['r'];

/** An answer whose spaces are layers of a network. */
export type LayeredResult = EncodingResult & { report: { layers: NonNullable<Report['layers']> } };

/** One map that an encoding analysis made. */
export interface EncodingMap {
  /** As the address names it. */
  id: string;
  name: string;
  /** What its numbers are, for the bar of colours. */
  measure: string;
  /** By group of pieces; 'all' is always there. */
  groups: Record<string, TestedMap>;
  /** Of a model: [participant][target] R2; null for what is no model. */
  r2: ScoreTable | null;
  /** Of the map's own statistic: [participant][target]; null where none is told. */
  table: ScoreTable | null;
}

/** The model with all spaces. */
export const fullModel = ({ models }: Pick<Report, 'models'>): Report['models'][number] =>
  models.reduce((most, model) => (model.spaces.length > most.spaces.length ? model : most));

/** Every map of an answer: the full model, each space alone, contributions, contrasts, moods, the ceiling. */
export function encodingMaps({ report, spec }: EncodingResult): EncodingMap[] {
  const score = spec.kind === 'encoding' && spec.plan.score === 'r2' ? 'R²' : 'r';
  const tableOf = (model: Report['models'][number]) => (score === 'r' ? model.r : model.r2);
  const full = fullModel(report);
  const others = report.models.filter((model) => model !== full && model.spaces.length === 1);
  return [
    ...[full, ...others].map((model) => ({
      id: `model ${model.spaces.join(' + ')}`,
      name: modelName(model, full),
      measure: `mean ${score} of held-out predictions`,
      groups: model.groups,
      r2: model.r2,
      table: tableOf(model),
    })),
    ...report.contributions.map(({ kind, spaces, groups, table }) => ({
      id: `${kind} ${spaces.join(' + ')}`,
      name: `${contributionNames[kind]} ${spaces.join(' and ')}`,
      measure: `${contributionMeasures[kind]} (${score})`,
      groups,
      r2: null,
      table,
    })),
    ...report.contrasts.map(({ plus, minus, groups, table }) => ({
      id: `contrast ${plus} - ${minus}`,
      name: `${plus} minus ${minus}`,
      measure: `difference of ${score}`,
      groups,
      r2: null,
      table,
    })),
    ...report.moods.map(({ plus, minus, tested }) => ({
      id: `mood ${plus} - ${minus}`,
      name: `${plus} minus ${minus} pieces`,
      measure: `difference of ${score}`,
      groups: { all: tested },
      r2: null,
      table: null,
    })),
    ...(report.ceiling ? [ceilingMap(report.ceiling)] : []),
  ];
}

const modelName = ({ spaces }: { spaces: string[] }, full: { spaces: string[] }): string =>
  spaces.length === full.spaces.length
    ? spaces.length > 1
      ? `All: ${spaces.join(', ')}`
      : spaces[0]
    : `${spaces.join(', ')} alone`;

const contributionNames = {
  unique: 'Unique to',
  common: 'Common to',
  product: 'Product measure of',
  stacking: 'Stacking weight of',
} as const;

const contributionMeasures = {
  unique: 'held-out score lost without it',
  common: 'held-out score in common',
  product: 'share of the held-out score',
  stacking: 'weight in the stacked prediction',
} as const;

const ceilingMap = (ceiling: TestedMap): EncodingMap => ({
  id: 'ceiling',
  name: 'Approximate ceiling',
  measure: 'inter-subject correlation',
  groups: { all: ceiling },
  r2: null,
  table: null,
});

/** Means over participants by target; null where nobody has it. */
export function meansOf(table: ScoreTable, targets: number): (number | null)[] {
  return Array.from({ length: targets }, (_, target) => {
    const values = table.flatMap((row) => (row[target] === null ? [] : [row[target]]));
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
  });
}
