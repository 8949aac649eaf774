import type { EncodingReport, TestedMap } from '../../encoding/encodingReport';
import type { EncodingPlan } from '../../encoding/encodingPlan';
import type { PreparedStudy } from '../../encoding/preparedStudy';
import { prepareSimulated } from '../prepareSimulated';
import type { SimulationPlan } from '../simulationPlan';
import { simulateStudy } from '../simulateStudy';
import { defaultSynthetic, syntheticSounds } from '../syntheticSounds';

/** Sizes of a benchmark of truth. */
export interface TruthSizes {
  studies: number;
  participants: number;
  surrogates: number;
  /** Lengths of the pieces are multiplied by it. */
  lengthScale: number;
  /** Seed of the first study; the others follow it. */
  first: number;
}

/** The family-wise level that is asked for. */
export const level = 0.05;

/** A study with features and people of its own, ready for analysis. */
export function truthStudy(plan: SimulationPlan, { lengthScale }: TruthSizes): PreparedStudy {
  const sounds = syntheticSounds({ ...defaultSynthetic, seed: plan.seed, lengthScale });
  return prepareSimulated(sounds, simulateStudy(sounds, plan));
}

/** Ridge from envelope and embedding, against surrogates of both in phase. */
export const truthEncoding = (seed: number, { surrogates }: TruthSizes): EncodingPlan => ({
  spaces: ['envelope', 'embedding'],
  delays: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
  alphas: [1, 10, 100, 1000, 10_000, 100_000],
  alphaFor: 'target',
  folds: { kind: 'pieces' },
  banded: null,
  score: 'r',
  null: { kind: 'phase', count: surrogates, refit: true },
  seed,
});

/** Whether a region passes family-wise. */
export const passes = (map: TestedMap, target: number): boolean => map.pFamily![target] <= level;

/** Whether any region does. */
export const anyPasses = (map: TestedMap): boolean => map.pFamily!.some((p) => p <= level);

/** Every one-sided map of a report over all pieces, by name. */
export function mapsOf({ models, contributions }: EncodingReport): Map<string, TestedMap> {
  return new Map([
    ...models.map(({ spaces, groups }) => [`model of ${spaces.join(' + ')}`, groups.all] as const),
    ...contributions
      .filter(({ kind }) => kind === 'unique')
      .map(({ spaces, groups }) => [`unique to ${spaces.join(' + ')}`, groups.all] as const),
  ]);
}

/** Seeds of a benchmark's studies. */
export const seedsOf = ({ first, studies }: TruthSizes): number[] =>
  Array.from({ length: studies }, (_, place) => first + place);
