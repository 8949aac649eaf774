import { aboutAsWell } from './aboutAsWell';

/** A candidate for a cue: how its curve fits, and what its hit points miss. */
interface Candidate {
  /** As a search tells it: the cost's root. */
  distance: number;
  hits: { cost: number };
}

/**
 * Candidates by their curve first: of those that fit about as well as the best not yet ranked (their cost, the squared
 * distance, is within 10 % of its), the ones whose hit points miss less come first, else the nearer.
 */
export function rankAfterCurve<Ranked extends Candidate>(candidates: readonly Ranked[]): Ranked[] {
  const byCurve = candidates.toSorted((a, b) => a.distance - b.distance);
  const ranked: Ranked[] = [];
  while (ranked.length < byCurve.length) {
    const limit = aboutAsWell(byCurve[ranked.length].distance ** 2);
    const alike = byCurve.slice(ranked.length).filter(({ distance }) => distance ** 2 <= limit);
    ranked.push(...alike.toSorted((a, b) => a.hits.cost - b.hits.cost || a.distance - b.distance));
  }
  return ranked;
}
