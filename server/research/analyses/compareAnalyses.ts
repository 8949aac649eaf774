import type { EncodingReport } from '@/ml/encoding/encodingReport';
import type { AnalysisResult, LeadLagAnswer } from './analysisResult';

/** One region (or feature) in two runs. */
interface ComparedValue {
  name: string;
  one: number | null;
  other: number | null;
  /** other - one; null where either is missing, or the two are not of one measure. */
  difference: number | null;
  pOne: number | null;
  pOther: number | null;
}

/** Two analyses side by side. */
export interface Comparison {
  /** What the two asked differently, by its place in the specification: values as JSON. */
  differences: { path: string; one: string; other: string }[];
  /** True where both had the same numbers to work with. */
  sameData: boolean;
  /** What is compared, such as "group mean r of the full model". */
  measure: string;
  values: ComparedValue[];
}

/** Two results of any studies side by side. Different kinds share no values. */
export function compareResults(one: AnalysisResult, other: AnalysisResult): Comparison {
  return {
    differences: differencesOf({ ...one.spec }, { ...other.spec }),
    sameData: JSON.stringify(one.inputs) === JSON.stringify(other.inputs),
    ...valuesOf(one, other),
  };
}

function differencesOf(one: unknown, other: unknown, path = ''): Comparison['differences'] {
  if (JSON.stringify(one) === JSON.stringify(other)) return [];
  if (isPlain(one) && isPlain(other)) {
    const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
    return keys.flatMap((key) => differencesOf(one[key], other[key], path === '' ? key : `${path}.${key}`));
  }
  return [{ path, one: shown(one), other: shown(other) }];
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  return value === undefined ? '(none)' : JSON.stringify(value);
}

interface Measured {
  measure: string;
  byName: Map<string, { value: number; p: number | null }>;
}

function valuesOf(one: AnalysisResult, other: AnalysisResult): Pick<Comparison, 'measure' | 'values'> {
  const [first, second] = [measuredBy(one), measuredBy(other)];
  if (one.kind !== other.kind) return { measure: '', values: [] };
  const names = [...new Set([...first.byName.keys(), ...second.byName.keys()])];
  const values = names.map((name) => compared(name, first.byName.get(name), second.byName.get(name)));
  if (first.measure === second.measure) return { measure: first.measure, values };
  const apart = values.map((each) => ({ ...each, difference: null }));
  return { measure: `${first.measure}, there ${second.measure}`, values: apart };
}

function compared(
  name: string,
  first: { value: number; p: number | null } | undefined,
  second: { value: number; p: number | null } | undefined,
): ComparedValue {
  const difference = first && second ? second.value - first.value : null;
  return {
    name,
    one: first?.value ?? null,
    other: second?.value ?? null,
    difference,
    pOne: first?.p ?? null,
    pOther: second?.p ?? null,
  };
}

/** What an analysis is told by in one number a region, or a feature and scale. */
export function measuredBy(result: AnalysisResult): Measured {
  switch (result.kind) {
    case 'encoding':
      return {
        measure: `group mean ${scoreOf(result)} of the full model`,
        byName: ofEncoding(result.report),
      };
    case 'intersubject':
      return {
        measure: 'inter-subject correlation',
        byName: ofMap(result.report.targets, result.report.tested),
      };
    case 'leadLag':
      return { measure: `best ${scoreOf(result)} over lags`, byName: ofLags(result.report) };
    case 'coupling':
      return {
        measure: 'mean Fisher z at the best lag',
        byName: new Map(
          result.report.scales.flatMap(({ scale, surrogates }) =>
            Object.entries(surrogates).flatMap(([feature, found]) =>
              found ? [[`${feature}, ${scale}`, { value: found.z, p: found.p }] as const] : [],
            ),
          ),
        ),
      };
  }
}

/** What predictions are scored by, as papers write it. */
function scoreOf({ spec: { plan } }: AnalysisResult): string {
  return 'score' in plan && plan.score === 'r2' ? 'R²' : 'r';
}

/** The best lag of each region, scale and direction. */
function ofLags({ directions }: LeadLagAnswer): Measured['byName'] {
  return new Map(
    directions.flatMap(({ direction, targets, curves }) =>
      curves.flatMap(({ scale, over, tested }) =>
        targets.map(({ name }, target) => {
          const lag = bestLagOf(tested.observed, target);
          const what = over.length > 0 ? `${scale} over ${over.join(', ')}` : scale;
          const p = tested.pFamily?.[lag][target] ?? null;
          return [`${name}: ${direction}, ${what}`, { value: tested.observed[lag][target], p }] as const;
        }),
      ),
    ),
  );
}

/** The lag of a region's highest score, of [lag][target]. */
function bestLagOf(observed: number[][], target: number): number {
  return observed.reduce((best, row, lag) => (row[target] > observed[best][target] ? lag : best), 0);
}

function ofEncoding({ models, targets }: EncodingReport): Measured['byName'] {
  const full = models.reduce((most, model) => (model.spaces.length > most.spaces.length ? model : most));
  return ofMap(targets, full.groups.all);
}

function ofMap(
  targets: { name: string }[],
  { observed, pFamily }: { observed: number[]; pFamily: number[] | null },
): Measured['byName'] {
  return new Map(targets.map(({ name }, at) => [name, { value: observed[at], p: pFamily?.[at] ?? null }]));
}
