import { type Importance } from '../importance';
import { type SearchOptions } from '../searchOptions';
import { layersOf, type Sequence } from '../sequence';
import { compareFound, type Found, TopMatches } from '../topMatches';
import { type RigidCost, rigidCosts } from './rigidStretches';
import { overlaps, type SectionTrack } from './section';

/**
 * The `limit` stretches nearest to `query` of all that are as long as it is, weighted (see rigidCosts), ranked and
 * thinned out as searchSections does: every start of every track is compared.
 */
export function searchRigidSections(
  query: Sequence,
  tracks: readonly SectionTrack[],
  { comparison, importance, band, limit }: SearchOptions & { importance: Importance },
): Found[] {
  const costsIn = rigidCosts({ query, layers: layersOf(comparison), importance, band });
  const top = new TopMatches(limit);
  for (const { trackId, curve } of tracks) {
    const starts = curve.valence.length - query.length + 1;
    const near = nearStretches(costsIn(curve), { starts, cutoff: top.cutoff }).map(({ start, cost }) => ({
      ...{ trackId, cost, start },
      length: query.length,
    }));
    addApart(top, near);
  }
  return top.found;
}

/** The stretches that do not exceed the cutoff. */
function nearStretches(costAt: RigidCost, { starts, cutoff }: { starts: number; cutoff: number }) {
  const near: { start: number; cost: number }[] = [];
  for (let start = 0; start < starts; start++) {
    const cost = costAt(start, cutoff);
    if (cost < Infinity) near.push({ start, cost });
  }
  return near;
}

/** Adds a track's stretches, best first, but those that overlap a better one by more than half. */
function addApart(top: TopMatches, stretches: Found[]): void {
  const taken: Found[] = [];
  for (const stretch of stretches.toSorted(compareFound)) {
    if (stretch.cost > top.cutoff) return;
    if (taken.some((other) => overlaps(other, stretch))) continue;
    top.add(stretch);
    taken.push(stretch);
  }
}
