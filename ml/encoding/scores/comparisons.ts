import { hasAllSubsets, modelKey, subsetsOf } from './modelSets';

/** A sum of models' scores, each with a factor: by it contributions and contrasts are told. */
export type Terms = { model: string; factor: number }[];

/** A model's own score. */
export const ownTerms = (spaces: readonly string[]): Terms => [{ model: modelKey(spaces), factor: 1 }];

/** One space's score less another's, each by its own model. */
export const contrastTerms = (plus: string, minus: string): Terms => [
  { model: modelKey([plus]), factor: 1 },
  { model: modelKey([minus]), factor: -1 },
];

/**
 * What `some` of all spaces share and no other has: by inclusion and exclusion, -sum over subsets B of them of
 * (-1)^|B| score(all others and B), where no space at all scores 0 (Nimon and Oswald 2013). For one space it is its unique
 * contribution, score(all) - score(all without it). Negative where spaces suppress one another.
 */
export function commonTerms(all: readonly string[], some: readonly string[]): Terms {
  const others = all.filter((space) => !some.includes(space));
  return subsetsOf(some)
    .map((subset) => ({ spaces: [...others, ...subset], factor: subset.length % 2 === 0 ? -1 : 1 }))
    .filter(({ spaces }) => spaces.length > 0)
    .map(({ spaces, factor }) => ({ model: modelKey(spaces), factor }));
}

/** The sets of spaces of which a contribution is told: each space, and every set that can share something. */
export function contributingSets(spaces: readonly string[]): string[][] {
  if (spaces.length < 2) return [];
  const sets = hasAllSubsets(spaces) ? subsetsOf(spaces) : spaces.map((space) => [space]);
  return sets.filter((set) => set.length > 0).sort((one, other) => one.length - other.length);
}

/** Every two of the spaces, the earlier one first. */
export function pairsOf<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}
