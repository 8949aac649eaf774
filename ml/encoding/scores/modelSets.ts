/** With more spaces than this, only the whole, each space alone and the whole without each are fitted. */
const mostForAllSubsets = 5;

/** The name of a set of spaces, whatever their order in the plan. */
export const modelKey = (spaces: readonly string[]): string => JSON.stringify([...spaces].sort());

/** Every set of some of the spaces, in the plan's order, the empty one included. */
export function subsetsOf(spaces: readonly string[]): string[][] {
  return Array.from({ length: 2 ** spaces.length }, (_, bits) =>
    spaces.filter((__, place) => (bits >> place) & 1),
  );
}

/** Whether every set of spaces is fitted, which commonality needs. */
export const hasAllSubsets = (spaces: readonly string[]): boolean => spaces.length <= mostForAllSubsets;

/** The models of an analysis, the full one first, each once. */
export function modelSets(spaces: readonly string[]): string[][] {
  const sets = hasAllSubsets(spaces)
    ? subsetsOf(spaces).filter((set) => set.length > 0)
    : [
        ...spaces.map((space) => [space]),
        ...spaces.map((space) => spaces.filter((other) => other !== space)),
      ];
  const byKey = new Map([[...spaces], ...sets].map((set) => [modelKey(set), set]));
  return [...byKey.values()];
}
